//! Joins the tables of groups to one, when the program is compiled.

/// Number of entries of all groups.
pub(super) const fn total<T>(groups: &[&[T]]) -> usize {
    let (mut sum, mut group) = (0, 0);
    while group < groups.len() {
        sum += groups[group].len();
        group += 1;
    }
    sum
}

/// All entries, group after group; `N` is their number.
pub(super) const fn joined<T: Copy, const N: usize>(groups: &[&[T]]) -> [T; N] {
    let mut all = [groups[0][0]; N];
    let (mut at, mut group) = (0, 0);
    while group < groups.len() {
        let mut entry = 0;
        while entry < groups[group].len() {
            all[at] = groups[group][entry];
            at += 1;
            entry += 1;
        }
        group += 1;
    }
    all
}
