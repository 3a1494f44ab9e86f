//! What people write into the fields: groups, legal bases, purposes, reasons, goals, competences and interests.
//!
//! The legal bases are data with dates, as everything that the law changes: the text of a course is the one in force
//! on the day of its decision (domain.md B1 and B2).

use lods_domain::Day;
use lods_domain::goals::GoalKind;

/// Target groups, in the order of the weights of a municipality.
pub(super) const TARGET_GROUPS: [&str; 8] = [
    "Kontanthjælp",
    "Uddannelseshjælp",
    "Ressourceforløb",
    "Sygedagpenge",
    "Jobafklaring",
    "Fleks/LY",
    "Selvforsørgende",
    "Integration",
];

pub(super) const CASH: usize = 0;
pub(super) const EDUCATION: usize = 1;
pub(super) const RESOURCE: usize = 2;
pub(super) const SELF_SUPPORTING: usize = 6;
pub(super) const INTEGRATION: usize = 7;

/// Nobody new comes into a resource course from this year (law 1750 of 29 December 2025).
pub(super) const RESOURCE_CLOSED: i16 = 2026;

/// Whom a legal basis is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BasisFor {
    UnderEighteen,
    Integration,
    Others,
}

/// (whom, from this year, text), newest first.
const LEGAL_BASES: [(BasisFor, i16, &str); 5] = [
    (BasisFor::UnderEighteen, 2024, "Barnets Lov § 32"),
    (BasisFor::UnderEighteen, 1900, "SEL § 52, stk. 3"),
    (BasisFor::Integration, 1900, "Integrationsloven § 23 d"),
    (BasisFor::Others, 2020, "LAB § 167"),
    (BasisFor::Others, 1900, "LAB § 31 b"),
];

/// The legal basis in force on the day.
pub(super) fn legal_basis(whom: BasisFor, on: Day) -> &'static str {
    let year = on.year();
    LEGAL_BASES.iter().find(|(for_whom, from, _)| *for_whom == whom && *from <= year).map_or("", |(_, _, text)| text)
}

pub(super) const PURPOSES: &[&str] = &[
    "støtte i overgangen til ny aktivitet",
    "at komme ud ad døren og møde til aftaler",
    "at få struktur i hverdagen og overblik over økonomi og post",
    "at begynde på en uddannelse og holde fast i den",
    "at få og fastholde en virksomhedspraktik",
    "at finde et fritidsjob og de første arbejdsvaner",
    "at bygge et netværk op og bruge det",
    "at kunne bo selv og tage vare på sig selv",
    "at få behandling i gang og passe den",
    "at forberede overgangen til voksenlivet",
];

pub(super) const PLANNED_REASONS: &[(u32, &str)] =
    &[(50, "mål nået"), (20, "uddannelse"), (20, "job"), (10, "fagligt tungtvejende grunde")];

pub(super) const UNPLANNED_REASONS: &[(u32, &str)] =
    &[(25, "flyttet"), (30, "ønske fra den unge"), (30, NO_SHOW), (15, "fagligt tungtvejende grunde")];

/// Of courses that end within three months.
pub(super) const EARLY_REASONS: &[(u32, &str)] =
    &[(15, "flyttet"), (45, "ønske fra den unge"), (18, NO_SHOW), (22, "fagligt tungtvejende grunde")];

pub(super) const NO_SHOW: &str = "udeblevet";

pub(super) const COMPETENCES: &[&str] = &[
    "ADHD",
    "angst",
    "autisme",
    "bolig",
    "familie",
    "misbrug",
    "psykiatri",
    "sprog",
    "uddannelse",
    "virksomhed",
    "økonomi",
];

pub(super) const INTERESTS: &[&str] = &[
    "brætspil",
    "cykling",
    "dyr",
    "film",
    "fiskeri",
    "fodbold",
    "gaming",
    "håndværk",
    "løb",
    "læsning",
    "madlavning",
    "musik",
    "natur",
    "sang",
    "styrketræning",
    "svømning",
    "tegning",
    "træsløjd",
];

pub(super) const RECIPIENTS: &[&str] =
    &["Børn og Familie", "Voksensocial", "Ungeenheden", "Psykiatri og Handicap", "Sundhed", "Skole"];

pub(super) const CONSENT_PURPOSE: &str = "koordinering af indsatsen";

pub(super) const FORUM_PURPOSE: &str = "fælles plan på tværs af forvaltninger";

/// The end of a goal's code, for its kind.
pub(super) fn goal_suffix(kind: GoalKind) -> &'static str {
    match kind {
        GoalKind::Mastery => "ME",
        GoalKind::Network => "NE",
        GoalKind::Transition => "OV",
        GoalKind::Education => "UD",
        GoalKind::Employment => "BE",
    }
}

/// What goals of the kind are called.
pub(super) fn goal_titles(kind: GoalKind) -> &'static [&'static str] {
    match kind {
        GoalKind::Mastery => &[
            "står op til tiden",
            "møder til aftaler",
            "åbner sin post",
            "lægger budget og holder det",
            "handler ind og laver mad",
            "siger til, når det bliver for meget",
        ],
        GoalKind::Network => &[
            "har en ven at ringe til",
            "ser sin familie hver uge",
            "går i klub eller forening",
            "har en voksen at støtte sig til",
        ],
        GoalKind::Transition => {
            &["flytter i egen bolig", "kender sine nye sagsbehandlere", "har en plan for det, der kommer efter"]
        }
        GoalKind::Education => {
            &["møder i skole hver dag", "begynder på FGU", "består dansk og matematik", "gennemfører grundforløbet"]
        }
        GoalKind::Employment => &[
            "er i praktik mindst 10 timer om ugen",
            "har et fritidsjob",
            "søger job på egen hånd",
            "holder fast i arbejdet i tre måneder",
        ],
    }
}
