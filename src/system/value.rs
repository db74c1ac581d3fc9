//! How a typed field of a case is seen as a number: the bridge between the struct and the tables.

use crate::physics::sun::Epoch;
use crate::units::{Base, DIMENSIONLESS, Dimension, Exponents, Quantity, Sort, Sorted, Time};
use uom::typenum::Integer;

/// Form of the text of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number with a unit; a bare number where the dimension is none.
    Quantity,
    /// One of these names.
    Choice(&'static [&'static str]),
    /// A calendar day, `2027-01-01`.
    Date,
}

/// A typed value that a table reads and sets as a number in base units.
pub trait Value: Copy {
    /// Form of its text.
    const FORM: Form;
    /// Its dimension.
    const EXPONENTS: Exponents;
    /// Sort among quantities of its dimension.
    const SORT: Sort = Sort::Plain;
    /// The number in base units: position in the list of a choice, seconds since J2000.0 of a date.
    fn to_base(self) -> f64;
    /// The value with this number in base units.
    fn from_base(number: f64) -> Self;
}

impl<D: Dimension + ?Sized> Value for Quantity<D, Base<f64>, f64>
where
    D::Kind: Sorted,
{
    const FORM: Form = Form::Quantity;
    const EXPONENTS: Exponents = [
        D::L::I8,
        D::M::I8,
        D::T::I8,
        D::I::I8,
        D::Th::I8,
        D::A::I8,
        D::B::I8,
        D::O::I8,
        D::C::I8,
        D::D::I8,
    ];
    const SORT: Sort = <D::Kind as Sorted>::SORT;

    fn to_base(self) -> f64 {
        self.base()
    }

    fn from_base(number: f64) -> Self {
        Self::from_base(number)
    }
}

/// A closed list of names, one per variant.
pub trait Choice: Copy + 'static {
    /// The names, in the order of the variants.
    const NAMES: &'static [&'static str];
    /// Position in the list.
    fn position(self) -> usize;
    /// The variant at a position; the last one beyond the list.
    fn at(position: usize) -> Self;

    /// Name in scenario files.
    fn name(self) -> &'static str {
        Self::NAMES[self.position()]
    }
}

/// Gives enums their names in scenario files.
macro_rules! choices {
    ($($type:ty { $($variant:ident = $name:literal),+ $(,)? })+) => { $(
        impl $crate::system::value::Choice for $type {
            const NAMES: &'static [&'static str] = &[$($name),+];

            fn position(self) -> usize {
                const ALL: &[$type] = &[$(<$type>::$variant),+];
                ALL.iter().position(|&other| other == self).unwrap_or(0)
            }

            fn at(position: usize) -> Self {
                const ALL: &[$type] = &[$(<$type>::$variant),+];
                ALL[position.min(ALL.len() - 1)]
            }
        }

        impl $crate::system::value::Value for $type {
            const FORM: $crate::system::value::Form =
                $crate::system::value::Form::Choice(
                    <$type as $crate::system::value::Choice>::NAMES
                );
            const EXPONENTS: $crate::units::Exponents = $crate::units::DIMENSIONLESS;

            fn to_base(self) -> f64 {
                $crate::system::value::Choice::position(self) as f64
            }

            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small \
                position")]
            fn from_base(number: f64) -> Self {
                $crate::system::value::Choice::at(number.max(0.0) as usize)
            }
        }
    )+ };
}
pub(crate) use choices;

impl Value for Epoch {
    const FORM: Form = Form::Date;
    const EXPONENTS: Exponents = DIMENSIONLESS;

    fn to_base(self) -> f64 {
        self.since_j2000().base()
    }

    fn from_base(number: f64) -> Self {
        Self::from_j2000(Time::from_base(number))
    }
}
