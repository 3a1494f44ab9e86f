//! The map of a network as it is drawn: nothing outside the drawing, no text unescaped, a circle for everybody.

use lods_i18n::{Lang, Texts};

use super::{Network, Placed, Ring, Tie};

fn network(persons: Vec<Placed>) -> Network {
    let ties = ["Stærkt", "Løst", "Præget af konflikt"].map(str::to_owned);
    Network { id: "map".to_owned(), title: "Kort".to_owned(), desc: "<b> & \"c\"".to_owned(), persons, ties }
}

fn placed(sector: &str, ring: Ring, tie: Tie) -> Placed {
    Placed { sector: sector.to_owned(), ring, tie }
}

/// The drawing's root, parsed strictly; every place lies inside.
fn check(svg: &str) -> usize {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let height: f64 = root.attribute("viewBox").unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    for node in document.descendants() {
        assert!(!node.has_attribute("style") && !node.has_attribute("fill"));
        for (key, most) in [("x", 600.0), ("cx", 600.0), ("x2", 600.0), ("y", height), ("cy", height), ("y2", height)] {
            let at = node.attribute(key).map_or(0.0, |text| text.parse::<f64>().unwrap());
            assert!((0.0..=most).contains(&at), "{node:?} {key}");
        }
    }
    document.descendants().filter(|node| node.attribute("class") == Some("lods-network-person")).count()
}

#[test]
fn three_rings_a_sector_for_each_relation_and_a_line_for_each_tie() {
    let t = Texts::new(Lang::Da);
    let persons = vec![
        placed("Forælder", Ring::Near, Tie::Strong),
        placed("Forælder", Ring::Far, Tie::Conflict),
        placed("Ven <b>", Ring::Middle, Tie::Weak),
    ];
    let svg = network(persons).svg(t).unwrap();
    assert_eq!(check(&svg), 3);
    assert_eq!(svg.matches("lods-network-ring").count(), 3);
    assert_eq!(svg.matches("lods-grid").count(), 2, "two sectors");
    assert_eq!(svg.matches("lods-network-conflict").count(), 2, "one, and the legend");
    assert!(svg.contains("Ven &#60;b&#62;") && svg.contains("&#60;b&#62; &#38;") && !svg.contains("<b>"), "{svg}");
}

#[test]
fn nobody_one_and_very_many_are_drawn_inside() {
    let t = Texts::new(Lang::Da);
    let relations = ["Forælder", "Anden familie", "Kæreste", "Ven", "Skole", "Arbejdsgiver", "Fagperson", "Andre"];
    assert_eq!(check(&network(Vec::new()).svg(t).unwrap()), 0);
    for count in [1_usize, 2, 5, 8, 13, 40] {
        let persons = (0..count).map(|at| {
            let ring = [Ring::Near, Ring::Middle, Ring::Far][at % 3];
            placed(relations[at * relations.len() / count], ring, Tie::Strong)
        });
        let svg = network(persons.collect()).svg(t).unwrap();
        assert_eq!(check(&svg), count);
        assert_eq!(svg.contains("text-anchor=\"middle\">1</text>"), count <= 13, "{count}");
    }
}
