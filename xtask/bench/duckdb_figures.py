"""The four figures put to DuckDB over the rows of an import folder, for `cargo xtask bench`.

Each question is one statement over tables that are loaded and typed beforehand; the time is the median of seven runs.
Prints JSON: a figure's `millis`, and its `numbers` under names that the benchmark finds in the answer of `lods`.
"""

import argparse
import json
import statistics
import time
from pathlib import Path

import duckdb

RUNS = 7
MISSING = "NULL::VARCHAR"
COLUMNS = {
    "enheder": {"unit": "Enhed", "kind": "Type"},
    "mentorer": {"mentor": "MentorID", "unit": "Enhed"},
    "forloeb": {
        "case_no": "Sagsnr", "grp": "Målgruppe", "concern": "Bekymring", "decided": "Besluttet",
        "decision": "Afgørelse", "started": "Start", "ended": "Slut", "end_reason": "Afslutningsårsag", "unit": "Enhed",
    },
    "registreringer": {
        "case_no": "Sagsnr", "mentor": "MentorID", "began": "Start", "outcome": "Udfald", "minutes": "ATA-minutter",
        "grp": "Gruppe",
    },
    "opfoelgninger": {"case_no": "Sagsnr", "day": "Dato", "c": "Sagsbehandler", "m": "Mentor", "y": "Borger"},
    "udgifter": {"day": "Dato", "unit": "Enhed", "amount": "Beløb"},
}
DATES = {"concern", "decided", "started", "ended", "day"}


def typed(column, source, present):
    """The SQL that reads a column of the import format."""
    text = f'nullif(trim("{source}"), \'\')' if source in present else MISSING
    if column in DATES:
        return f"try_strptime({text}, ['%d-%m-%Y', '%Y-%m-%d'])::DATE AS {column}"
    if column == "began":
        return f"try_strptime({text}, ['%d-%m-%Y %H:%M', '%Y-%m-%d %H:%M'])::TIMESTAMP AS {column}"
    if column == "minutes":
        return f"{text}::INTEGER AS {column}"
    if column == "amount":
        return f"(replace(replace({text}, '.', ''), ',', '.')::DECIMAL(18, 2) * 100)::BIGINT AS {column}"
    return f"{text} AS {column}"


def load(connection, folder):
    """A table for each file; an absent file is an empty table."""
    for table, columns in COLUMNS.items():
        path = folder / f"{table}.csv"
        if not path.exists():
            empty = ", ".join(typed(column, source, set()) for column, source in columns.items())
            connection.execute(f"CREATE TABLE {table} AS SELECT {empty} WHERE false")
            continue
        read = f"read_csv('{path}', delim=';', quote='\"', header=true, all_varchar=true)"
        present = {row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()}
        chosen = ", ".join(typed(column, source, present) for column, source in columns.items())
        connection.execute(f"CREATE TABLE {table} AS SELECT {chosen} FROM {read}")


def median(connection, question):
    """The rows of the answer, and the median time in ms."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        rows = connection.execute(question).fetchall()
        times.append((time.perf_counter() - began) * 1000)
    return rows, statistics.median(times)


def placements(connection, on):
    rows, millis = median(connection, f"""
        WITH active AS (
            SELECT unit, grp, started FROM forloeb
            WHERE decision = 'bevilget' AND started <= DATE '{on}' AND (ended IS NULL OR ended > DATE '{on}'))
        SELECT unit, grp,
               CASE WHEN DATE '{on}' <= started + INTERVAL 3 MONTH THEN 3
                    WHEN DATE '{on}' <= started + INTERVAL 6 MONTH THEN 6
                    WHEN DATE '{on}' <= started + INTERVAL 12 MONTH THEN 12
                    WHEN DATE '{on}' <= started + INTERVAL 18 MONTH THEN 18
                    WHEN DATE '{on}' <= started + INTERVAL 24 MONTH THEN 24 ELSE 99 END AS months,
               count(*) AS n
        FROM active GROUP BY ALL""")
    return {"millis": millis, "numbers": {"total": sum(row[3] for row in rows)}}


def courses(connection, first, last):
    rows, millis = median(connection, f"""
        WITH years AS (SELECT unnest(range({first}, {last} + 1)) AS year),
        counted AS (
            SELECT year, e.kind, count(*) AS active, count(*) FILTER (year(started) = year) AS started
            FROM years JOIN forloeb f ON started <= make_date(year, 12, 31)
                 AND (ended IS NULL OR ended >= make_date(year, 1, 1)) AND decision = 'bevilget'
            LEFT JOIN enheder e USING (unit) GROUP BY ALL),
        spent AS (
            SELECT year(day) AS year, e.kind, sum(amount) AS cost FROM udgifter LEFT JOIN enheder e USING (unit)
            WHERE year(day) BETWEEN {first} AND {last} GROUP BY ALL)
        SELECT year, kind, active, started, cost FROM counted FULL JOIN spent USING (year, kind)""")
    numbers = {}
    for year in range(first, last + 1):
        for index, name in ((2, "active"), (3, "started"), (4, "cost_ore")):
            numbers[f"{year} {name}"] = int(sum(row[index] or 0 for row in rows if row[0] == year))
    return {"millis": millis, "numbers": numbers}


def corps(connection, unit, year):
    unit = unit.replace("'", "''")
    # A group session counts once for the mentor.
    rows, millis = median(connection, f"""
        WITH held AS (
            SELECT r.mentor, r.began, r.minutes, r.grp FROM registreringer r JOIN mentorer m USING (mentor)
            WHERE m.unit = '{unit}' AND r.outcome = 'afholdt'
              AND r.began >= TIMESTAMP '{year}-01-01' AND r.began < TIMESTAMP '{year + 1}-01-01'),
        counted AS (
            SELECT sum(minutes) AS minutes FROM held WHERE grp IS NULL
            UNION ALL
            SELECT sum(minutes) FROM (SELECT max(minutes) AS minutes FROM held WHERE grp IS NOT NULL
                                      GROUP BY mentor, grp, began))
        SELECT (SELECT sum(minutes) FROM counted),
               (SELECT sum(amount) FROM udgifter WHERE unit = '{unit}' AND year(day) = {year})""")
    minutes, cost = (int(value or 0) for value in rows[0])
    return {"millis": millis, "numbers": {"ata_hours": round(minutes / 60, 2), "cost_ore": cost}}


def fidelity(connection, year, on):
    first, last = f"DATE '{year}-01-01'", f"DATE '{year}-12-31'"
    rows, millis = median(connection, f"""
        WITH scope AS (
            SELECT *, least(coalesce(ended, DATE '{on}'), DATE '{on}') AS until FROM forloeb
            WHERE decision = 'bevilget' AND started <= {last} AND (ended IS NULL OR ended >= {first})),
        points AS (
            SELECT s.case_no, s.started AS day FROM scope s
            UNION ALL SELECT s.case_no, s.until FROM scope s
            UNION ALL SELECT s.case_no, o.day FROM scope s JOIN opfoelgninger o USING (case_no)
                      WHERE o.day BETWEEN s.started AND s.until),
        gaps AS (
            SELECT case_no, max(gap) <= 42 AS no_gap FROM (
                SELECT case_no, day - lag(day) OVER (PARTITION BY case_no ORDER BY day) AS gap FROM points)
            GROUP BY case_no),
        present AS (
            SELECT s.case_no, bool_and(o.day IS NULL OR coalesce(o.c = 'ja' AND o.m = 'ja' AND o.y = 'ja', false)) AS all_present
            FROM scope s LEFT JOIN opfoelgninger o ON o.case_no = s.case_no AND o.day BETWEEN s.started AND s.until
            GROUP BY s.case_no),
        judged AS (
            SELECT s.*, no_gap, all_present, until >= started + INTERVAL 3 MONTH AS lasted
            FROM scope s JOIN gaps USING (case_no) JOIN present USING (case_no))
        SELECT count(*) FILTER (decided - concern <= 10), count(*) FILTER (decided IS NOT NULL AND concern IS NOT NULL),
               count(*) FILTER (no_gap AND all_present), count(*) FILTER (no_gap), count(*) FILTER (all_present),
               count(*), count(*) FILTER (lasted),
               count(*) FILTER (lasted OR ended <= DATE '{on}')
        FROM judged""")
    names = ["F1.1 kept", "F1.1 in_scope", "F4.1 kept", "F4.1 no_gap kept", "F4.1 all_present kept", "F4.1 in_scope",
             "F4.4 lasted kept", "F4.4 in_scope"]
    return {"millis": millis, "numbers": dict(zip(names, rows[0]))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--on", required=True)
    parser.add_argument("--year", required=True, type=int)
    parser.add_argument("--unit", required=True)
    given = parser.parse_args()
    connection = duckdb.connect()
    load(connection, given.folder)
    print(json.dumps({
        "placements": placements(connection, given.on),
        "courses": courses(connection, given.year - 2, given.year),
        "corps": corps(connection, given.unit, given.year),
        "fidelity": fidelity(connection, given.year, given.on),
    }))


main()
