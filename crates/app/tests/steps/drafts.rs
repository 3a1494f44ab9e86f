//! Drafts: nobody loses what was typed, and nobody sees another's.

use lods_app::steps::drafts::{LARGEST, forget, save, typed};
use lods_app::steps::form;
use lods_domain::access::{Actor, Role};
use lods_domain::steps::{StepKind, Typed};
use lods_testkit::{NOW, on_both};

use super::{Played, query};

fn text(words: &str) -> Typed {
    Typed::from([("decisive".to_owned(), vec![words.to_owned()])])
}

async fn draft(played: &Played, actor: &Actor, kind: StepKind) -> Option<Typed> {
    let shown = form::show(&played.test.app, actor, played.id, kind, NOW).await.unwrap();
    shown.draft.as_ref().map(typed)
}

on_both! {
    async fn a_draft_is_of_one_person_and_one_step(db: TestDb) {
        let played = Played::concern(&db).await;
        let app = &played.test.app;
        let (caseworker, leader) = (played.account(Role::Caseworker).await, played.account(Role::Leader).await);
        let (id, grant) = (played.id, StepKind::Grant);
        assert!(save(app, &caseworker, (id, grant), (&text("først"), 0), NOW).await.unwrap());
        assert!(save(app, &caseworker, (id, grant), (&text("så"), 0), NOW).await.unwrap());
        assert_eq!(draft(&played, &caseworker, grant).await, Some(text("så")), "the last counts");
        assert_eq!(draft(&played, &caseworker, StepKind::Refusal).await, None);
        assert_eq!(draft(&played, &leader, grant).await, None, "nobody sees another's");
        assert!(save(app, &leader, (id, grant), (&text("lederens"), 0), NOW).await.unwrap());
        assert_eq!(draft(&played, &caseworker, grant).await, Some(text("så")));
        let (sealed,): (String,) =
            played.tx().await.one(query("SELECT answers FROM drafts ORDER BY user_id LIMIT 1")).await.unwrap();
        assert!(!sealed.contains("decisive"), "{sealed}");
        forget(app, &leader, (id, grant), NOW).await.unwrap();
        assert_eq!(draft(&played, &leader, grant).await, None);
        played.grant(&caseworker).await;
        assert_eq!(played.count("SELECT count(*) FROM drafts").await, 0, "what is taken is no draft");
    }

    async fn what_is_too_large_is_not_kept_and_takes_nothing_away(db: TestDb) {
        let played = Played::concern(&db).await;
        let caseworker = played.account(Role::Caseworker).await;
        let save = async |words: &str| {
            let typed = text(words);
            save(&played.test.app, &caseworker, (played.id, StepKind::Grant), (&typed, 0), NOW).await.unwrap()
        };
        assert!(save("kort").await);
        assert!(!save(&"x".repeat(LARGEST)).await);
        assert_eq!(draft(&played, &caseworker, StepKind::Grant).await, Some(text("kort")));
        assert!(save(&"x".repeat(LARGEST - 100)).await);
    }

    async fn the_operator_has_no_drafts(db: TestDb) {
        let played = Played::concern(&db).await;
        let app = &played.test.app;
        let kept = save(app, &Actor::Operator, (played.id, StepKind::Grant), (&text("x"), 0), NOW).await.unwrap();
        assert!(!kept);
        forget(app, &Actor::Operator, (played.id, StepKind::Grant), NOW).await.unwrap();
    }

    async fn who_may_not_take_the_step_keeps_no_draft_of_it(db: TestDb) {
        let played = Played::running(&db).await;
        let mentor = played.account(Role::Mentor).await;
        let before = played.denials().await;
        let refused = save(&played.test.app, &mentor, (played.id, StepKind::Grant), (&text("x"), 0), NOW).await;
        assert!(matches!(refused, Err(lods_app::Error::Denied(_))));
        assert_eq!(played.denials().await, before + 1);
    }
}
