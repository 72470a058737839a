//! How fast program time goes by.

/// A speed on the page's scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speed {
    Tenth,
    Quarter,
    Half,
    #[default]
    Real,
    Double,
    Five,
    Ten,
}

impl Speed {
    /// From slow to fast.
    pub const ALL: [Speed; 7] = [
        Speed::Tenth,
        Speed::Quarter,
        Speed::Half,
        Speed::Real,
        Speed::Double,
        Speed::Five,
        Speed::Ten,
    ];

    /// Program seconds in a real second.
    pub fn factor(self) -> f64 {
        match self {
            Speed::Tenth => 0.1,
            Speed::Quarter => 0.25,
            Speed::Half => 0.5,
            Speed::Real => 1.0,
            Speed::Double => 2.0,
            Speed::Five => 5.0,
            Speed::Ten => 10.0,
        }
    }

    /// The speed of that factor, if it is on the scale.
    pub fn of_factor(factor: f64) -> Option<Speed> {
        Speed::ALL
            .into_iter()
            .find(|speed| speed.factor() == factor)
    }
}
