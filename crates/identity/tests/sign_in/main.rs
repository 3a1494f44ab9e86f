//! People sign in at a real OpenID provider, over http on this machine, and what may go wrong goes wrong.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

mod browser;
mod node;

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding};
use browser::{Back, Browser};
use lods_identity::{Begun, Identity, IdentityError, Pending, Provider, ProviderSettings, TokenFault};
use node::Node;
use serde_json::{Value, json};

const SCOPE: &str = "urn:dk:gov:saml:cvrNumberIdentifier:12345678";

fn settings(node: &Node) -> ProviderSettings {
    let names = [("Mentor-Sagsbehandler", "caseworker"), ("urn:lods:leder", "leader")];
    ProviderSettings {
        client_secret: Some("a secret & of tests: 100%".into()),
        privileges_claim: "privileges".into(),
        scope: Some(SCOPE.into()),
        role_names: BTreeMap::from(names.map(|(theirs, ours)| (theirs.into(), ours.into()))),
        ..ProviderSettings::new(&node.issuer, "lods", "https://lods.example.dk/sign-in/oidc/back")
    }
}

fn provider(node: &Node) -> Provider {
    Provider::new(settings(node)).unwrap()
}

/// A sign-in up to the second step.
async fn agreed(provider: &Provider) -> (Pending, Back) {
    let Begun { url, pending } = provider.begin().await.unwrap();
    (pending, Browser::new().agree(&url))
}

/// A whole sign-in, `later` seconds after the token was made.
async fn sign_in(provider: &Provider, node: &Node, later: i64) -> Result<Identity, IdentityError> {
    let (pending, back) = agreed(provider).await;
    provider.finish(&pending, &back["code"], &back["state"], node.now() + later).await
}

/// The same with some of its parts replaced, as nothing but serialising it allows.
fn replaced(pending: &Pending, part: &str, with: &str) -> Pending {
    let mut parts = serde_json::to_value(pending).unwrap();
    parts[part] = with.into();
    serde_json::from_value(parts).unwrap()
}

#[tokio::test]
async fn somebody_signs_in() {
    let node = Node::start();
    let provider = provider(&node);
    let identity = sign_in(&provider, &node, 0).await.unwrap();
    assert_eq!((identity.issuer.as_str(), identity.subject.as_str()), (node.issuer.as_str(), "bo"));
    assert_eq!(identity.name, "Bo Prøve");
    assert_eq!(identity.roles, Vec::<String>::new());

    node.tell("claims", &json!({"roles": ["Mentor-Sagsbehandler", "Andet"]}));
    let level = "https://data.gov.dk/concept/core/nsis/loa/Substantial";
    let session = json!({"sid": "session", "acr": level, "amr": ["pwd", "otp"]});
    node.tell("twist", &json!({"sign": "own", "claims": session}));
    let identity = sign_in(&provider, &node, 0).await.unwrap();
    assert_eq!(identity.roles, ["caseworker"]);
    assert_eq!(identity.session.as_deref(), Some("session"));
    assert_eq!((identity.acr.as_deref(), identity.amr.as_deref()), (Some(level), Some("pwd otp")));
}

#[tokio::test]
async fn privileges_become_roles() {
    let node = Node::start();
    let group = |scope: &str, uri: &str| {
        format!(r#"<PrivilegeGroup Scope="{scope}"><Privilege>{uri}</Privilege></PrivilegeGroup>"#)
    };
    let groups =
        [group(SCOPE, "urn:lods:leder"), group("urn:dk:gov:saml:cvrNumberIdentifier:1", "Mentor-Sagsbehandler")];
    let list = format!(
        r#"<b:PrivilegeList xmlns:b="http://digst.dk/oiosaml/basic_privilege_profile">{}</b:PrivilegeList>"#,
        groups.concat()
    );
    node.tell("claims", &json!({"privileges": Base64::encode_string(list.as_bytes())}));
    assert_eq!(sign_in(&provider(&node), &node, 0).await.unwrap().roles, ["leader"]);

    node.tell("claims", &json!({"privileges": "PFByaXZpbGVnZUxpc3Q"}));
    assert_eq!(sign_in(&provider(&node), &node, 0).await, Err(IdentityError::BadPrivileges));
}

#[tokio::test]
async fn who_says_no_is_refused() {
    let node = Node::start();
    let provider = provider(&node);
    let Begun { url, pending } = provider.begin().await.unwrap();
    let back = Browser::new().cancel(&url);
    assert_eq!(provider.refusal(&pending, &back["error"], &back["state"]), IdentityError::Refused);
    assert_eq!(provider.refusal(&pending, &back["error"], "another"), IdentityError::WrongState);
    assert_eq!(provider.refusal(&pending, "server_error", &back["state"]), IdentityError::ProviderFailed);
}

#[tokio::test]
async fn the_second_step_belongs_to_the_first() {
    let node = Node::start();
    let provider = provider(&node);
    let (pending, back) = agreed(&provider).await;
    let now = node.now();
    let finish = |pending: Pending, code: &str, state: &str| {
        let (provider, code, state) = (&provider, code.to_owned(), state.to_owned());
        async move { provider.finish(&pending, &code, &state, now).await }
    };
    let (code, state) = (back["code"].as_str(), back["state"].as_str());
    for wrong in ["", "another", &state[1..]] {
        assert_eq!(finish(pending.clone(), code, wrong).await, Err(IdentityError::WrongState));
    }
    assert_eq!(finish(pending.clone(), "made-up", state).await, Err(IdentityError::BadCode));

    let verifier = replaced(&pending, "verifier", &"v".repeat(43));
    assert_eq!(finish(verifier, code, state).await, Err(IdentityError::BadCode));

    let (pending, back) = agreed(&provider).await;
    let nonce = replaced(&pending, "nonce", "another");
    let wrong = finish(nonce, &back["code"], &back["state"]).await;
    assert_eq!(wrong, Err(IdentityError::BadToken(TokenFault::Nonce)));
    // The code was good for one exchange.
    assert_eq!(finish(pending, &back["code"], &back["state"]).await, Err(IdentityError::BadCode));
}

#[tokio::test]
async fn a_token_has_its_time() {
    let node = Node::start();
    let provider = provider(&node);
    // The provider's tokens are good for 300 seconds.
    assert!(sign_in(&provider, &node, 350).await.is_ok());
    assert_eq!(sign_in(&provider, &node, 365).await, Err(IdentityError::Expired));
    assert!(sign_in(&provider, &node, -50).await.is_ok());
    let ahead = sign_in(&provider, &node, -70).await;
    assert_eq!(ahead, Err(IdentityError::BadToken(TokenFault::IssuedAhead)));

    let (pending, back) = agreed(&provider).await;
    let end_of_time = provider.finish(&pending, &back["code"], &back["state"], i64::MAX).await;
    assert_eq!(end_of_time, Err(IdentityError::Expired));
}

#[tokio::test]
async fn new_keys_are_looked_for_once_a_minute() {
    let node = Node::start();
    let provider = provider(&node);
    assert!(sign_in(&provider, &node, 0).await.is_ok());
    node.tell("keys", &json!({"alg": "ES256"}));
    assert!(sign_in(&provider, &node, 0).await.is_ok());
    node.tell("keys", &json!({"alg": "PS256"}));
    assert_eq!(sign_in(&provider, &node, 0).await, Err(IdentityError::BadToken(TokenFault::Key)));
    assert!(sign_in(&provider, &node, 62).await.is_ok());
}

#[tokio::test]
async fn a_token_that_was_tampered_with_is_refused() {
    let node = Node::start();
    let provider = provider(&node);
    let twists: [(Value, TokenFault); 11] = [
        (json!({"sign": "foreign"}), TokenFault::Signature),
        (json!({"sign": "none"}), TokenFault::Signature),
        (json!({"sign": "none", "header": {"alg": "none"}}), TokenFault::Algorithm),
        (json!({"sign": "own", "header": {"alg": "HS256"}}), TokenFault::Algorithm),
        (json!({"sign": "own", "claims": {"iss": "https://login.example.dk"}}), TokenFault::Issuer),
        (json!({"sign": "own", "claims": {"aud": "another"}}), TokenFault::Audience),
        (json!({"sign": "own", "claims": {"aud": ["lods", "another"]}}), TokenFault::Audience),
        (json!({"sign": "own", "claims": {"azp": "another"}}), TokenFault::Audience),
        (json!({"sign": "own", "claims": {"exp": null}}), TokenFault::Unreadable),
        (json!({"sign": "own", "claims": {"exp": 1e300}}), TokenFault::Unreadable),
        (json!({"sign": "own", "claims": {"exp": "tomorrow"}}), TokenFault::Unreadable),
    ];
    for (twist, fault) in twists {
        node.tell("twist", &twist);
        assert_eq!(sign_in(&provider, &node, 0).await, Err(IdentityError::BadToken(fault)), "{twist}");
    }
    node.tell("twist", &json!({"sign": "own"}));
    assert!(sign_in(&provider, &node, 0).await.is_ok());
}

#[tokio::test]
async fn a_shared_secret_signs_nothing() {
    let node = Node::start();
    node.tell("keys", &json!({"alg": "HS256"}));
    let wrong = sign_in(&provider(&node), &node, 0).await;
    assert_eq!(wrong, Err(IdentityError::BadToken(TokenFault::Algorithm)));
}

#[tokio::test]
async fn settings_and_silence_are_told_apart() {
    let node = Node::start();
    let secret = ProviderSettings { client_secret: Some("another".into()), ..settings(&node) };
    let wrong = sign_in(&Provider::new(secret).unwrap(), &node, 0).await;
    assert_eq!(wrong, Err(IdentityError::BadSettings("client_secret")));

    let begun = |issuer: String| async move {
        let settings = ProviderSettings::new(&issuer, "lods", "https://lods.example.dk/sign-in/oidc/back");
        Provider::new(settings).unwrap().begin().await.map(|begun| begun.url)
    };
    let elsewhere = node.issuer.replace("127.0.0.1", "localhost");
    assert_eq!(begun(elsewhere).await, Err(IdentityError::BadProvider));
    assert_eq!(begun(format!("{}/nothing", node.issuer)).await, Err(IdentityError::BadProvider));
    let gone = node.issuer.clone();
    drop(node);
    assert_eq!(begun(gone).await, Err(IdentityError::Unreachable));
}

#[tokio::test]
async fn the_way_out_leads_past_the_provider() {
    let node = Node::start();
    let url = provider(&node).end_session_url("https://lods.example.dk/").await.unwrap();
    let expected = "session/end?client_id=lods&post_logout_redirect_uri=https%3A%2F%2Flods.example.dk%2F";
    assert_eq!(url, format!("{}/{expected}", node.issuer));
}

#[tokio::test]
async fn the_browser_learns_no_secret() {
    let node = Node::start();
    let Begun { url, pending } = provider(&node).begin().await.unwrap();
    let parts = serde_json::to_value(&pending).unwrap();
    assert!(url.contains("code_challenge_method=S256"), "{url}");
    assert!(!url.contains(parts["verifier"].as_str().unwrap()), "{url}");
    assert_eq!(format!("{pending:?}"), "Pending { .. }");
}
