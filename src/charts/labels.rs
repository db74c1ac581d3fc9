//! Labels that do not overlap: along a side, and around points.

use super::scene::{Place, Rect};

/// Spreads labels along a line without overlap, each as close to its target as possible.
///
/// `wishes` holds target center and length of each label; the order of the centers is kept. The
/// sum of squared moves is the least possible. Where the labels do not fit between `low` and `high`
/// they are spaced evenly and overlap.
pub fn spread(wishes: &[(f64, f64)], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|&one, &other| wishes[one].0.total_cmp(&wishes[other].0));
    let total: f64 = wishes.iter().map(|wish| wish.1).sum();
    let squeeze = if total > high - low { (high - low) / total } else { 1.0 };

    // With the lengths before each label taken off, "no overlap" reads "never falling": pool
    // neighbors that fall.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    let mut before = 0.0;
    for &index in &order {
        let length = wishes[index].1 * squeeze;
        pools.push((wishes[index].0 - before - 0.5 * length, 1));
        before += length;
        while let [.., (left, left_count), (right, right_count)] = pools[..]
            && left > right
        {
            let count = left_count + right_count;
            pools.truncate(pools.len() - 2);
            pools.push((
                (left * left_count as f64 + right * right_count as f64) / count as f64,
                count,
            ));
        }
    }
    let last = (high - total * squeeze).max(low);
    let starts =
        pools.iter().flat_map(|&(start, count)| std::iter::repeat_n(start.clamp(low, last), count));

    let mut centers = vec![0.0; wishes.len()];
    let mut before = 0.0;
    for (&index, start) in order.iter().zip(starts) {
        let length = wishes[index].1 * squeeze;
        centers[index] = start + before + 0.5 * length;
        before += length;
    }
    centers
}

/// A point that wants a label of a given size beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// The point.
    pub at: Place,
    /// Width and height of the label.
    pub size: (f64, f64),
}

/// Directions tried, best first: right, left, above, below, then the diagonals; unit steps right
/// and down.
const DIRECTIONS: [Place; 16] = [
    (1.0, 0.0),
    (0.75, -0.75),
    (0.75, 0.75),
    (-1.0, 0.0),
    (-0.75, -0.75),
    (-0.75, 0.75),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, -0.4),
    (1.0, 0.4),
    (-1.0, -0.4),
    (-1.0, 0.4),
    (0.25, -1.0),
    (0.25, 1.0),
    (-0.25, -1.0),
    (-0.25, 1.0),
];
const DISTANCES: [f64; 11] =
    [14.0, 24.0, 38.0, 56.0, 78.0, 104.0, 136.0, 174.0, 220.0, 270.0, 330.0];

/// Places a label beside each point, inside `bounds`, off the obstacles and off each other.
///
/// Greedy in the order given: each label takes the place that covers least, then the nearest. The
/// line that leads from a far label to its point counts as well.
pub fn place(wishes: &[Wish], obstacles: &[Rect], bounds: Rect) -> Vec<Rect> {
    let mut points: Vec<Rect> = wishes.iter().map(|wish| around(wish.at, 9.0)).collect();
    let mut leaders: Vec<Rect> = Vec::new();
    let mut placed: Vec<Rect> = Vec::with_capacity(wishes.len());
    let cover =
        |roomy: &Rect, others: &[Rect]| others.iter().map(|other| roomy.shared(other)).sum::<f64>();
    for (index, wish) in wishes.iter().enumerate() {
        // Its own point is no obstacle for its leader.
        let own = std::mem::replace(&mut points[index], Rect::new(0.0, 0.0, 0.0, 0.0));
        let mut best: Option<(f64, Rect)> = None;
        for (far, distance) in DISTANCES.iter().enumerate() {
            for (turn, direction) in DIRECTIONS.iter().enumerate() {
                let label = inside(candidate(wish, *direction, *distance), bounds);
                let roomy = label.grown(3.0);
                let nearness = 60.0 * far as f64 + turn as f64;
                if best.is_some_and(|(least, _)| nearness >= least) {
                    continue;
                }
                let mut cost =
                    nearness + 4.0 * cover(&roomy, obstacles) + 12.0 * cover(&roomy, &leaders);
                cost +=
                    40.0 * (cover(&roomy, &placed) + cover(&roomy, &points) + roomy.shared(&own));
                for part in along(&leader(wish.at, label), 3.0) {
                    cost += 12.0
                        * (cover(&part, &placed)
                            + 0.5 * cover(&part, &points)
                            + cover(&part, &leaders));
                }
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, label));
                }
            }
        }
        points[index] = own;
        if let Some((_, label)) = best {
            leaders.extend(along(&leader(wish.at, label), 3.0));
            placed.push(label);
        }
    }
    placed
}

/// The line from a point to a label that stands far from it; empty if it stands near.
pub(crate) fn leader(at: Place, label: Rect) -> Vec<Place> {
    let near = (at.0.clamp(label.left, label.right), at.1.clamp(label.top, label.bottom));
    let far = ((near.0 - at.0).powi(2) + (near.1 - at.1).powi(2)).sqrt() > 26.0;
    if far { vec![at, near] } else { Vec::new() }
}

/// A square around a point.
pub(crate) fn around((x, y): Place, reach: f64) -> Rect {
    Rect::new(x - reach, y - reach, x + reach, y + reach)
}

/// A line as a row of small boxes, for [`place`].
pub(crate) fn along(points: &[Place], reach: f64) -> Vec<Rect> {
    let mut boxes = Vec::new();
    for pair in points.windows(2) {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        let length = ((x2 - x1).powi(2) + (y2 - y1).powi(2)).sqrt();
        let count = (length / (2.0 * reach)).ceil().clamp(1.0, 500.0);
        let mut step = 0.0;
        while step < count {
            let share = step / count;
            boxes.push(around((x1 + share * (x2 - x1), y1 + share * (y2 - y1)), reach));
            step += 1.0;
        }
    }
    boxes
}

fn candidate(wish: &Wish, (right, down): Place, distance: f64) -> Rect {
    let (width, height) = wish.size;
    // The near side of the label, not its middle, is `distance` away; above and below it is
    // centered.
    let x = wish.at.0
        + right * distance
        + 0.5 * width * right.signum() * f64::from(u8::from(right.abs() > 0.1));
    let y = wish.at.1
        + down * distance
        + 0.5 * height * down.signum() * f64::from(u8::from(down.abs() > 0.1));
    Rect::new(x - 0.5 * width, y - 0.5 * height, x + 0.5 * width, y + 0.5 * height)
}

fn inside(label: Rect, bounds: Rect) -> Rect {
    let right = (bounds.left - label.left).max(0.0) - (label.right - bounds.right).max(0.0);
    let down = (bounds.top - label.top).max(0.0) - (label.bottom - bounds.bottom).max(0.0);
    Rect::new(label.left + right, label.top + down, label.right + right, label.bottom + down)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(wishes: &[(f64, f64)], centers: &[f64]) -> Vec<f64> {
        let mut boxes: Vec<(f64, f64)> = wishes
            .iter()
            .zip(centers)
            .map(|(wish, center)| (center - 0.5 * wish.1, center + 0.5 * wish.1))
            .collect();
        boxes.sort_by(|one, other| one.0.total_cmp(&other.0));
        boxes.windows(2).map(|pair| pair[1].0 - pair[0].1).collect()
    }

    #[test]
    fn labels_with_room_stay_where_they_wish() {
        let centers = spread(&[(10.0, 4.0), (50.0, 4.0), (30.0, 4.0)], 0.0, 100.0);
        assert_eq!(centers, [10.0, 50.0, 30.0]);
    }

    #[test]
    fn crowded_labels_part_evenly_around_their_middle() {
        let centers = spread(&[(50.0, 10.0), (50.0, 10.0), (50.0, 10.0)], 0.0, 100.0);
        assert_eq!(centers, [40.0, 50.0, 60.0]);
    }

    #[test]
    fn spread_labels_never_overlap_and_stay_inside() {
        let wishes: Vec<(f64, f64)> = (0..30)
            .map(|index| (f64::from(index * 37 % 11) * 3.0, 5.0 + f64::from(index % 4)))
            .collect();
        let centers = spread(&wishes, -10.0, 250.0);
        assert!(gaps(&wishes, &centers).iter().all(|&gap| gap > -1e-9));
        for (wish, center) in wishes.iter().zip(&centers) {
            assert!(center - 0.5 * wish.1 >= -10.0 - 1e-9 && center + 0.5 * wish.1 <= 250.0 + 1e-9);
        }
    }

    #[test]
    fn labels_that_cannot_fit_are_squeezed_inside() {
        let centers = spread(&[(5.0, 60.0), (5.0, 60.0)], 0.0, 100.0);
        assert_eq!(centers, [25.0, 75.0]);
    }

    #[test]
    fn labels_of_crowded_points_do_not_overlap() {
        let wishes: Vec<Wish> = (0..8)
            .map(|index| Wish { at: (300.0 + 6.0 * f64::from(index), 200.0), size: (150.0, 24.0) })
            .collect();
        let bounds = Rect::new(0.0, 0.0, 800.0, 500.0);
        let placed = place(&wishes, &[], bounds);
        for (index, one) in placed.iter().enumerate() {
            assert!(bounds.holds(one));
            assert!(placed[index + 1..].iter().all(|other| one.shared(other) < 1e-9));
        }
    }

    #[test]
    fn a_label_leaves_a_line_free_when_it_can() {
        let line = along(&[(0.0, 100.0), (400.0, 100.0)], 4.0);
        let placed = place(
            &[Wish { at: (200.0, 100.0), size: (80.0, 20.0) }],
            &line,
            Rect::new(0.0, 0.0, 400.0, 200.0),
        );
        assert!(line.iter().map(|part| part.shared(&placed[0])).sum::<f64>() < 1e-9);
    }
}
