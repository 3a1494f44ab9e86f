//! Whether what was shared was shared lawfully (M4): each disclosure had a consent that was valid that day and covered
//! it, or a stated legal basis.

use super::{Consent, Kind};
use crate::Day;

/// A disclosure as it is judged, with the consent that it names, as that consent stands today: a withdrawal that was
/// recorded late counts from the day on which it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub on: Day,
    pub recipient: String,
    pub kinds: Vec<Kind>,
    /// Empty where a consent is the ground.
    pub legal_basis: String,
    /// The consent that it names, if it is still on record.
    pub consent: Option<Consent>,
}

impl Shared {
    #[must_use]
    pub fn was_lawful(&self) -> bool {
        let consented = |consent: &Consent| consent.covers(&self.recipient, &self.kinds, self.on);
        !self.legal_basis.trim().is_empty() || self.consent.as_ref().is_some_and(consented)
    }
}

/// Whether everything that was shared up to and including `on` was lawful; `None` when nothing was recorded as shared:
/// then nothing can tell.
#[must_use]
pub fn all_lawful<'a>(shared: impl IntoIterator<Item = &'a Shared>, on: Day) -> Option<bool> {
    shared.into_iter().filter(|one| one.on <= on).map(Shared::was_lawful).reduce(|all, one| all && one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn shared(on: &str, legal_basis: &str, withdrawn: Option<&str>) -> Shared {
        let consent = Consent {
            given_on: day("2022-01-10"),
            withdrawn_on: withdrawn.map(day),
            valid_to: None,
            recipient: "Jobcenter".to_owned(),
            kinds: vec![Kind::Health],
        };
        Shared {
            on: day(on),
            recipient: "Jobcenter".to_owned(),
            kinds: vec![Kind::Health],
            legal_basis: legal_basis.to_owned(),
            consent: Some(consent),
        }
    }

    #[test]
    fn a_withdrawal_from_before_the_day_makes_the_share_unlawful_and_a_later_one_does_not() {
        assert!(shared("2022-02-01", "", Some("2022-02-02")).was_lawful());
        assert!(!shared("2022-02-01", "", Some("2022-02-01")).was_lawful());
        assert!(shared("2022-02-01", "Forvaltningsloven § 28", Some("2022-02-01")).was_lawful());
        assert!(!Shared { consent: None, ..shared("2022-02-01", " ", None) }.was_lawful());
        assert!(!Shared { kinds: vec![Kind::Family], ..shared("2022-02-01", "", None) }.was_lawful());
    }

    #[test]
    fn one_unlawful_share_breaks_it_from_its_day_on_and_none_tells_nothing() {
        let all = [shared("2022-02-01", "", None), shared("2022-03-01", "", Some("2022-02-15"))];
        assert_eq!(all_lawful(&all, day("2022-01-31")), None);
        assert_eq!(all_lawful(&all, day("2022-02-28")), Some(true));
        assert_eq!(all_lawful(&all, day("2022-03-01")), Some(false));
    }
}
