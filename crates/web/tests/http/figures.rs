//! What an analyst gets of the figures, beside what a leader gets; and the page of supervision.

use std::io::Cursor;

use crate::browser::Browser;
use axum::http::StatusCode;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use lods_domain::access::Role;
use lods_testkit::{ExtractFolder, TestApp, on_both};

/// The text of every cell of the page's tables that holds a number, without its link.
fn cells(html: &str) -> Vec<String> {
    let cells = html.split("<td class=\"lods-right\"").skip(1);
    cells
        .map(|rest| {
            let cell = rest.split_once('>').and_then(|(_, rest)| rest.split_once("</td>")).unwrap().0;
            let mut inside = false;
            let text = cell.chars().filter(|c| {
                let tag = inside || *c == '<';
                inside = if *c == '<' { true } else { inside && *c != '>' };
                !tag
            });
            text.collect::<String>().trim().to_owned()
        })
        .collect()
}

fn is_small(text: &str) -> bool {
    matches!(text, "1" | "2" | "3" | "4")
}

fn csv_cells(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().flat_map(|line| line.split(';').skip(1)).map(str::to_owned).collect()
}

fn xlsx_numbers(bytes: Vec<u8>) -> Vec<f64> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheets = workbook.worksheets();
    let numbers =
        sheets.iter().flat_map(|(_, sheet)| sheet.cells().map(|(_, _, cell)| cell.clone()).collect::<Vec<_>>());
    numbers.filter_map(|cell| if let Data::Float(number) = cell { Some(number) } else { None }).collect()
}

on_both! {
    async fn an_analyst_finds_no_small_number_in_page_csv_or_workbook_and_a_leader_does(db: TestDb) {
        let test = TestApp::with_courses(&db, 120).await;
        test.user("ditte", Role::Analyst, None).await;
        test.user("leder", Role::Leader, None).await;
        for (login, small) in [("ditte", false), ("leder", true)] {
            let mut browser = Browser::open(&test);
            browser.sign_in(login).await;
            for figure in ["placements", "courses", "fidelity"] {
                let page = browser.get(&format!("/figures/{figure}")).await;
                assert_eq!(page.status, StatusCode::OK, "{figure}");
                assert!(page.statements <= 14, "{figure}: {}", page.statements);
                let html = page.text();
                let note = html.contains("Det beskytter de borgere");
                assert_eq!(note, !small, "{login}: {figure}");
                let csv = csv_cells(&browser.get(&format!("/figures/{figure}.csv")).await.bytes);
                // Of the recommendations none may be so even or so uneven that its share is hidden.
                if small || figure != "fidelity" {
                    assert_eq!(html.contains("Vises ikke"), !small, "{login}: {figure}");
                    assert_eq!(csv.iter().any(|cell| cell == "•"), !small, "{login}: {figure}");
                }
                if !small {
                    assert!(!cells(&html).iter().any(|cell| is_small(cell)), "{figure}: {:?}", cells(&html));
                    assert!(!csv.iter().any(|cell| is_small(cell)), "{figure}: {csv:?}");
                    assert!(!html.contains("href=\"/courses") && !html.contains("/figures/postings"), "{figure}");
                    assert!(!html.contains("/figures/fidelity/broken"), "{figure}");
                }
            }
            let html = browser.get("/figures/placements").await.text();
            assert_eq!(cells(&html).iter().any(|cell| is_small(cell)), small, "{login}");
            let csv = csv_cells(&browser.get("/figures/placements.csv").await.bytes);
            assert_eq!(csv.iter().any(|cell| is_small(cell)), small, "{login}");
            let numbers = xlsx_numbers(browser.get("/figures/placements.xlsx").await.bytes);
            assert_eq!(numbers.iter().any(|number| (1.0..5.0).contains(number)), small, "{login}");
            assert!(!numbers.is_empty());
        }
    }

    async fn nothing_behind_a_figure_is_open_to_an_analyst(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("ditte", Role::Analyst, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("ditte").await;
        for path in [
            "/figures/postings/list?posted=2021",
            "/figures/corps/sessions?mentor=1&year=2022",
            "/figures/fidelity/broken?code=F1.1",
            "/supervision",
        ] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert!(!browser.get("/figures").await.text().contains("liste bag sig"), "and none is promised");
        test.user("leder", Role::Leader, None).await;
        browser.sign_in("leder").await;
        assert!(browser.get("/figures").await.text().contains("liste bag sig"));
    }

    async fn the_page_of_supervision_names_mentors_and_no_citizen(db: TestDb) {
        let test = TestApp::new(&db);
        test.import_ok(&ExtractFolder::small()).await;
        test.user("sofie", Role::Supervisor, None).await;
        let mut browser = Browser::open(&test);
        browser.sign_in("sofie").await;
        let home = browser.get("/").await;
        assert_eq!(home.location(), "/supervision", "the only page of a supervisor");
        let page = browser.get("/supervision").await;
        let html = page.text();
        assert!(html.contains("Østen Ågård") && html.contains("Aase Bæk") && html.contains("Ekstern leverandør"));
        for hidden in ["2022-00001", "2021-00002", "Zachariassen", "Ærø", "670190"] {
            assert!(!html.contains(hidden), "{hidden}");
        }
        let other = TestApp::with_courses(&db, 60).await;
        let mut browser = Browser::open(&other);
        browser.sign_in("sofie").await;
        let more = browser.get("/supervision").await;
        assert_eq!((more.status, more.statements), (StatusCode::OK, page.statements), "however many mentors");
        assert!(page.statements <= 14, "{}", page.statements);
    }
}
