//! The three invented municipalities: a city with a large corps of its own, a rural one that buys hours, and an island
//! that lives by volunteers.

use lods_domain::sessions::SessionForm::{self, Accompaniment, HomeVisit, Meeting, Phone, Video};
use lods_domain::units::UnitKind;

/// An invented municipality: what is chosen when a demonstration is made.
#[derive(Debug)]
pub struct Municipality {
    /// Short, for the command line and host names.
    pub key: &'static str,
    pub name: &'static str,
    /// The first is the municipality's own corps.
    pub(super) units: &'static [UnitPlan],
    /// Weights of the target groups, in the order of `texts::TARGET_GROUPS`.
    pub(super) groups: [u32; 8],
    /// Postcode and city, none of them real.
    pub(super) towns: &'static [(&'static str, &'static str)],
    /// Minutes of driving to a session, from and to.
    pub(super) drive: (u32, u32),
    /// How often each form is chosen.
    pub(super) forms: &'static [(u32, SessionForm)],
}

/// A provider unit.
#[derive(Debug)]
pub(super) struct UnitPlan {
    pub(super) name: &'static str,
    pub(super) kind: UnitKind,
    /// Eight digits that begin with 9: such numbers are not given to companies.
    pub(super) cvr: Option<&'static str>,
    /// Weight among the units when a course is placed.
    pub(super) share: u32,
    /// Kroner an hour today; 0 where no hours are sold.
    pub(super) price: i64,
    /// Mentors there are at least.
    pub(super) mentors: usize,
    /// In percent, how faithfully its mentors attend supervision.
    pub(super) supervised: u32,
}

impl Municipality {
    /// The municipality with the key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<&'static Municipality> {
        MUNICIPALITIES.iter().find(|municipality| municipality.key == key)
    }
}

/// The municipalities of a demonstration.
pub static MUNICIPALITIES: &[Municipality] = &[CITY, COUNTRYSIDE, ISLAND];

const CITY: Municipality = Municipality {
    key: "nord",
    name: "Nordkøbing Kommune",
    units: &[
        unit("Internt mentorkorps", UnitKind::Internal, None, 66, 0, 3, 98),
        unit("Broen Mentorstøtte", UnitKind::Supplier, Some("90215736"), 11, 495, 2, 40),
        unit("Åben Dør", UnitKind::Supplier, Some("99540613"), 7, 560, 1, 30),
        unit("Projekt Springbræt", UnitKind::Project, None, 10, 0, 1, 92),
        unit("Ungdommens Frivillige", UnitKind::Voluntary, None, 6, 0, 3, 88),
    ],
    groups: [24, 26, 8, 10, 9, 8, 7, 8],
    towns: &[("9965", "Nordkøbing"), ("9965", "Nordkøbing"), ("9966", "Ålerup"), ("9967", "Sønderhavn")],
    drive: (5, 25),
    forms: &[(46, Meeting), (16, HomeVisit), (14, Accompaniment), (14, Phone), (10, Video)],
};

const COUNTRYSIDE: Municipality = Municipality {
    key: "midt",
    name: "Midtlunde Kommune",
    units: &[
        unit("Mentorteamet", UnitKind::Internal, None, 20, 0, 2, 95),
        unit("Vejviser Mentor", UnitKind::Supplier, Some("92472019"), 28, 525, 2, 40),
        unit("Støtten på Egnen", UnitKind::Supplier, Some("97620075"), 20, 475, 2, 35),
        unit("Hånd i Hånd Rådgivning", UnitKind::Supplier, Some("97488851"), 14, 610, 1, 45),
        unit("Projekt Grønne Fingre", UnitKind::Project, None, 11, 0, 1, 90),
        unit("Naboer for Unge", UnitKind::Voluntary, None, 7, 0, 3, 85),
    ],
    groups: [27, 20, 9, 14, 11, 9, 6, 4],
    towns: &[("7465", "Midtlunde"), ("7466", "Øster Lunde"), ("7467", "Brønderbæk"), ("7468", "Årsbjerg")],
    drive: (20, 55),
    forms: &[(32, Meeting), (32, HomeVisit), (17, Accompaniment), (13, Phone), (6, Video)],
};

const ISLAND: Municipality = Municipality {
    key: "syd",
    name: "Sydholm Kommune",
    units: &[
        unit("Kommunens mentorer", UnitKind::Internal, None, 18, 0, 1, 95),
        unit("Færgens Mentorservice", UnitKind::Supplier, Some("92998649"), 9, 640, 1, 30),
        unit("Havblik Støtte", UnitKind::Supplier, Some("96054742"), 6, 590, 1, 40),
        unit("Projekt Bådeværftet", UnitKind::Project, None, 12, 0, 1, 90),
        unit("Øboerne for Unge", UnitKind::Voluntary, None, 55, 0, 9, 94),
    ],
    groups: [22, 24, 7, 12, 8, 9, 14, 4],
    towns: &[("5975", "Sydholm By"), ("5976", "Søby Strand"), ("5977", "Ærthaven")],
    drive: (5, 20),
    forms: &[(50, Meeting), (20, HomeVisit), (16, Accompaniment), (9, Phone), (5, Video)],
};

const fn unit(
    name: &'static str,
    kind: UnitKind,
    cvr: Option<&'static str>,
    share: u32,
    price: i64,
    mentors: usize,
    supervised: u32,
) -> UnitPlan {
    UnitPlan { name, kind, cvr, share, price, mentors, supervised }
}
