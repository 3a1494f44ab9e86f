//! Each letter as it is read, and the pages that it fills.

use hayro_syntax::Pdf;
use lods_domain::legal::Area;
use lods_domain::steps::{Answer, form};
use lods_print::Part;

use super::*;

const DA: Texts = Texts::new(Lang::Da);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// What was answered, as it is typed.
fn answers(kind: StepKind, typed: &[(StepField, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (field, text) in typed {
        let asked = form(kind).iter().find(|asked| asked.field == *field).unwrap();
        let texts: Vec<&str> = text.split('|').collect();
        answers.set(*field, Answer::read(&asked.input, &texts).unwrap().unwrap());
    }
    answers
}

fn basis() -> LegalBasis {
    LegalBasis {
        code: "test".to_owned(),
        valid_from: day("2020-01-01"),
        valid_to: None,
        citation: "§ 999 i prøveloven".to_owned(),
        title: "Mentorstøtte".to_owned(),
        area: Area::Employment,
        longest_months: Some(6),
        follow_up_months: Some(3),
        appeal: "Prøvenævnet, gennem kommunen, som først genvurderer afgørelsen".to_owned(),
        appeal_weeks: 4,
        source: "prøve".to_owned(),
    }
}

fn facts<'a>(kind: StepKind, answers: &'a Answers, basis: &'a LegalBasis, address: &'a [String]) -> LetterFacts<'a> {
    LetterFacts {
        kind,
        answers,
        day: day("2026-03-02"),
        basis: Some(basis),
        earlier: None,
        municipality: "Lodsby Kommune",
        citizen: "Åse Zachariassen",
        address,
        case_number: "2026-00017",
        signer: Some(Signer { name: "Solvej Thorø", role: Some(Role::Caseworker) }),
        mentor: None,
        goals: &[],
        reassess_days: 28,
        outcome_months: [3, 6, 12],
    }
}

fn address() -> Vec<String> {
    vec!["Ærøgade 12, 2. tv.".to_owned(), "9999 Lodsby".to_owned()]
}

/// A document as plain text.
fn read(document: &Document) -> String {
    let mut text = format!("{}\n{}\n{}\n", document.title, document.subtitle, document.issued);
    for part in &document.parts {
        text.push('\n');
        match part {
            Part::Heading(heading) => text.push_str(&format!("# {heading}")),
            Part::Text(body) | Part::Note(body) => text.push_str(body),
            Part::Facts(facts) => {
                let lines: Vec<String> = facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
                text.push_str(&lines.join("\n"));
            }
            Part::Table { caption, head, rows } => {
                text.push_str(&format!("{caption}\n{}\n", head.join(" | ")));
                let rows: Vec<String> = rows.iter().map(|row| row.join(" | ").replace('\n', " / ")).collect();
                text.push_str(&rows.join("\n"));
            }
        }
        text.push('\n');
    }
    format!("{text}\n[{}]\n", document.footer)
}

fn pages(document: &Document) -> usize {
    Pdf::new(pdf(document, 1_795_336_680).unwrap()).unwrap().pages().len()
}

const PURPOSE: &[(StepField, &str)] = &[
    (StepField::Basis, "test"),
    (StepField::Entitlement, "may"),
    (StepField::Decisive, "Uden en mentor når Åse ikke frem til sin praktik om morgenen."),
    (StepField::PurposeMastery, "Stå op og komme ud ad døren selv."),
    (StepField::PurposeNetwork, "Storesøster Ida hjælper med at minde om aftaler."),
    (StepField::PurposeEducation, "Blive i praktikken og søge ind på FGU til august."),
    (StepField::PhaseOut, "Fra maj ses vi hver anden uge. Til sidst ringer vi kun sammen."),
    (StepField::Weekly, "2,5"),
    (StepField::From, "2026-03-09"),
    (StepField::Until, "2026-06-08"),
];

const AGAINST: &[(StepField, &str)] = &[
    (
        StepField::Facts,
        "Du er mødt til fire ud af fem dage i din praktik i januar og februar.\n\nDin praktik har en voksen på stedet, som hjælper dig hver morgen.",
    ),
    (
        StepField::Reasons,
        "Vi vurderer, at du kan klare resten med 2 timer og 30 minutter om ugen, fordi du allerede får hjælp i praktikken.",
    ),
    (StepField::HearingDone, "yes"),
];

fn grant(how: &str) -> Answers {
    let more = if how == "partly" { AGAINST } else { &[] };
    let typed: Vec<_> = [(StepField::AskedFor, how)].iter().chain(PURPOSE).chain(more).copied().collect();
    answers(StepKind::Grant, &typed)
}

fn refusal() -> Answers {
    let more = [
        (StepField::Basis, "test"),
        (StepField::Entitlement, "right"),
        (
            StepField::Alternatives,
            "Den åbne rådgivning på Torvet 1 hver torsdag. En frivillig ven gennem foreningen Sammen.",
        ),
    ];
    answers(StepKind::Refusal, &AGAINST.iter().copied().chain(more).collect::<Vec<_>>())
}

fn change() -> Answers {
    let less = [(StepField::Weekly, "1"), (StepField::Until, "2026-05-08")];
    answers(StepKind::Change, &AGAINST.iter().copied().chain(less).collect::<Vec<_>>())
}

fn extension(how: &str) -> Answers {
    let more = if how == "partly" { AGAINST } else { &[] };
    let typed = [
        (StepField::AskedFor, how),
        (StepField::Until, "2026-09-08"),
        (StepField::Weekly, "2,5"),
        (StepField::SpecialCase, "yes"),
        (StepField::SpecialReason, "Du er lige flyttet hjemmefra."),
        (StepField::Decisive, "Uden en mentor kan Åse ikke holde fast i sin praktik."),
    ];
    answers(StepKind::Extension, &typed.iter().chain(more).copied().collect::<Vec<_>>())
}

fn hearing() -> Answers {
    let typed = [
        (
            StepField::HeardAbout,
            "Du er mødt op til to ud af otte aftaler siden jul.\n\nDin mentor har ringet til dig fem gange uden svar.",
        ),
        (StepField::AnswerBy, "2026-03-16"),
    ];
    answers(StepKind::Hearing, &typed)
}

fn complaint(by: &str) -> Answers {
    let typed = [
        (StepField::By, by),
        (StepField::About, "Jeg vil gerne have flere timer, for jeg er bange for at tage bussen alene."),
    ];
    answers(StepKind::Complaint, &typed)
}

fn expectations() -> Answers {
    let typed = [
        (
            StepField::OwnWish,
            "Jeg vil gerne have et job, hvor jeg kan lave noget med cykler. Og jeg vil sove om natten.",
        ),
        (StepField::SystemGoal, "Åse begynder på en uddannelse eller får et job inden august."),
        (StepField::Reconciled, "Vi begynder med praktik hos cykelsmeden. Så kan Åse se, om det er noget for hende."),
        (StepField::CanHelp, "At komme op om morgenen, tage med til møder, skrive til lægen og øve bussen."),
        (StepField::CannotHelp, "Låne penge ud, gøre rent, køre dig til fest eller svare om natten."),
        (StepField::Duration, "Tre måneder fra den 9. marts. To en halv time om ugen."),
        (StepField::HowItEnds, "Den sidste måned ses vi hver anden uge. Vi holder en afslutning sammen."),
        (
            StepField::IfBrokenOff,
            "Så ringer sagsbehandleren til dig inden en uge, og I finder ud af, hvad du har brug for.",
        ),
        (StepField::SignedBy, "young-person|mentor|caseworker|parent"),
    ];
    answers(StepKind::Expectations, &typed)
}

fn goals() -> Vec<LetterGoal> {
    let goal = |title: &str, small_steps: &str, low: &str, high: &str| LetterGoal {
        title: title.to_owned(),
        small_steps: small_steps.to_owned(),
        low: low.to_owned(),
        high: high.to_owned(),
    };
    vec![
        goal(
            "Stå op til praktikken",
            "Læg telefonen i køkkenet.\nSæt to vækkeure.\nSpis morgenmad.",
            "Jeg bliver liggende",
            "Jeg er der kl. 8 hver dag",
        ),
        goal(
            "Tage bussen alene",
            "Kør med mentor.\nMentor venter ved stoppestedet.\nKør selv.",
            "Jeg tør ikke",
            "Jeg gør det uden at tænke",
        ),
        goal("Finde ud af, hvad jeg vil", "Besøg FGU.\nTal med en cykelsmed.", "Jeg aner det ikke", "Jeg har søgt ind"),
    ]
}

fn closing(why: &str) -> Answers {
    let reasons = match why {
        "professional-grounds" => {
            "Du får nu hjælp på et bosted hele døgnet. En mentor ved siden af gør det svært at vide, hvem du skal spørge."
        }
        _ => "Du har været i praktik hver dag i seks uger og har fået en læreplads.",
    };
    let typed = [(StepField::EndKind, "planned"), (StepField::EndWhy, why), (StepField::Reasons, reasons)];
    answers(StepKind::Closing, &typed)
}

fn closure(kind: &str) -> Answers {
    let typed = [
        (StepField::EndKind, kind),
        (StepField::WhyTold, "yes"),
        (StepField::NeedAssessed, "Du har stadig brug for en at tale med om din søvn."),
        (StepField::NetworkTold, "Din storesøster Ida og din mester har fået besked."),
        (StepField::Handover, "Psykiatrisk klinik i Lodsby skriver til dig om en tid."),
    ];
    let more = [(StepField::Alternatives, "Den åbne rådgivning på Torvet 1 hver torsdag.")];
    let more: &[_] = if kind == "unplanned" { &more } else { &[] };
    answers(StepKind::Closure, &typed.iter().chain(more).copied().collect::<Vec<_>>())
}

/// Every letter of the samples, each with a name.
fn all() -> Vec<(&'static str, Document)> {
    let (basis, address, goals) = (basis(), address(), goals());
    let (granted, against) = (grant("fully"), grant("partly"));
    let earlier = |kind, answers| Some(Earlier { kind, day: day("2026-02-02"), answers });
    let facts = |kind, answers| facts(kind, answers, &basis, &address);
    let mentor = Some("Østen Ågård");
    let made = |facts: LetterFacts<'_>| letter(DA, &facts).unwrap();
    let (done, told) = (closing("goals-reached"), closing("professional-grounds"));
    let before = earlier(StepKind::Grant, &granted);
    vec![
        ("grant", made(facts(StepKind::Grant, &granted))),
        ("grant_partly", made(LetterFacts { mentor, ..facts(StepKind::Grant, &against) })),
        ("refusal", made(facts(StepKind::Refusal, &refusal()))),
        ("extension", made(LetterFacts { mentor, earlier: before, ..facts(StepKind::Extension, &extension("fully")) })),
        (
            "extension_partly",
            made(LetterFacts { mentor, earlier: before, ..facts(StepKind::Extension, &extension("partly")) }),
        ),
        ("change", made(LetterFacts { mentor, earlier: before, ..facts(StepKind::Change, &change()) })),
        ("hearing", made(facts(StepKind::Hearing, &hearing()))),
        (
            "complaint",
            made(LetterFacts {
                earlier: earlier(StepKind::Grant, &against),
                ..facts(StepKind::Complaint, &complaint("young-person"))
            }),
        ),
        ("complaint_parent", made(facts(StepKind::Complaint, &complaint("parent")))),
        ("agreement", made(LetterFacts { mentor, goals: &goals, ..facts(StepKind::Expectations, &expectations()) })),
        (
            "closure",
            made(LetterFacts {
                earlier: earlier(StepKind::Closing, &done),
                ..facts(StepKind::Closure, &closure("planned"))
            }),
        ),
        (
            "closure_early",
            made(LetterFacts {
                earlier: earlier(StepKind::Closing, &told),
                ..facts(StepKind::Closure, &closure("unplanned"))
            }),
        ),
    ]
}

#[test]
fn every_letter_as_it_is_read() {
    for (name, document) in all() {
        insta::assert_snapshot!(name, read(&document));
    }
}

#[test]
fn a_letter_is_two_pages_at_most_and_an_agreement_or_a_grant_one() {
    for (name, document) in all() {
        let most =
            if ["grant", "extension", "hearing", "complaint", "agreement", "closure"].contains(&name) { 1 } else { 2 };
        assert!(pages(&document) <= most, "{name}");
    }
}

/// LIX: words in a sentence, and words of more than six letters in a hundred. Below 35 is easy; newspapers are at 45.
fn lix(text: &str) -> usize {
    let text = text.replace('|', " ");
    let words: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.chars().filter(|sign| sign.is_alphabetic()).count())
        .filter(|letters| *letters > 0)
        .collect();
    let ends = text
        .lines()
        .flat_map(|line| line.split(['.', ':', '?', '!']))
        .filter(|sentence| sentence.contains(char::is_alphabetic));
    words.len() / ends.count() + words.iter().filter(|letters| **letters > 6).count() * 100 / words.len()
}

#[test]
fn every_letter_can_be_read_by_a_thirteen_year_old() {
    for (name, document) in all() {
        let lix = lix(&read(&document));
        assert!(lix < 35, "{name}: {lix}");
    }
}

#[test]
fn a_decision_that_grants_all_gives_no_guidance_on_complaints_and_every_other_does() {
    for (name, document) in all() {
        let text = read(&document);
        let guided = text.contains("# Du kan klage") && text.contains("Prøvenævnet") && text.contains("4 uger");
        let against = ["grant_partly", "refusal", "extension_partly", "change", "closure_early"].contains(&name);
        assert_eq!(guided, against, "{name}");
        if against && name != "closure_early" {
            for owed in
                ["# Det har vi set på", "# Derfor har vi besluttet det", "§ 999", "# Kunne du sige noget først?"]
            {
                assert!(text.contains(owed), "{name}: {owed}");
            }
        }
    }
}

#[test]
fn nothing_goes_out_that_cannot_be_complained_of_or_to_somebody_who_has_died() {
    let (basis, address) = (basis(), address());
    for (kind, answers, sent) in [
        (StepKind::Refusal, refusal(), false),
        (StepKind::Grant, grant("partly"), false),
        (StepKind::Change, change(), false),
        (StepKind::Grant, grant("fully"), true),
        (StepKind::Complaint, complaint("parent"), true),
    ] {
        let without = LetterFacts { basis: None, ..facts(kind, &answers, &basis, &address) };
        assert_eq!(letter(DA, &without).is_some(), sent, "{}", kind.code());
    }
    let (died, closure) = (closing("died"), closure("unplanned"));
    let earlier = Some(Earlier { kind: StepKind::Closing, day: day("2026-02-02"), answers: &died });
    let ended = LetterFacts { earlier, ..facts(StepKind::Closure, &closure, &basis, &address) };
    assert_eq!(letter(DA, &ended), None);
}

#[test]
fn steps_with_a_letter_have_one_and_the_others_none() {
    let (basis, address, nothing) = (basis(), address(), Answers::default());
    for kind in StepKind::ALL {
        let made = letter(DA, &facts(*kind, &nothing, &basis, &address));
        assert_eq!(made.is_some(), kind.has_letter(), "{}", kind.code());
        if let Some(document) = made {
            pdf(&document, 0).unwrap();
        }
    }
}

#[test]
fn a_protected_address_that_is_not_seen_stands_nowhere() {
    let (basis, answers) = (basis(), grant("fully"));
    let document = letter(DA, &facts(StepKind::Grant, &answers, &basis, &[])).unwrap();
    assert_eq!(document.parts.first(), Some(&Part::Text("Åse Zachariassen".to_owned())));
}

#[test]
fn hours_as_people_say_them() {
    assert_eq!(hours(DA, Minutes::new(60)), "1 time");
    assert_eq!(hours(DA, Minutes::new(45)), "45 minutter");
    assert_eq!(hours(DA, Minutes::new(150)), "2 timer og 30 minutter");
}

/// A longer name of a fact takes two lines, and leaves a gap beside it.
#[test]
fn names_of_facts_fit_their_column() {
    for (letter, document) in all() {
        for part in &document.parts {
            let Part::Facts(facts) = part else { continue };
            for (name, _) in facts {
                assert!(name.chars().count() <= 27, "{letter}: {name}");
            }
        }
    }
}
