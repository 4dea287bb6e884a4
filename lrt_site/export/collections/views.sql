-- De vragen die het vaakst worden gesteld, elk als een tabel die zichzelf bijhoudt.

CREATE VIEW figure AS
SELECT o.row, s.id AS series, s.name, s.theme, coalesce(o.kind, s.kind) AS kind, o.part, o.area,
  coalesce(o.period, o.date) AS moment,
  coalesce(o.period_earliest, o.date_earliest) AS moment_earliest,
  coalesce(o.period_latest, o.date_latest) AS moment_latest,
  o.qualifier, o.value, o.value_as_written, o.unit, o.status, o.vintage, o.verified, o.derived, o.note, o.source
FROM series_observations AS o JOIN series AS s ON s.id = o.within;

CREATE VIEW held_meeting AS
SELECT m.id, m.date, m.not_before, m.not_after, m.table_name, m.report_title, m.report_date,
  CASE WHEN m.date_earliest = m.date_latest AND m.report_date_earliest = m.report_date_latest
    THEN CAST(julianday(m.report_date_latest) - julianday(m.date_latest) AS INTEGER) END AS days_to_report,
  m.web_page
FROM meeting AS m WHERE m.state = 'gehouden';

CREATE VIEW commitment_now AS
SELECT c.id, c.title, c.chamber, c.date, c.made_by, c.asked_by, c.asked_by_group, c.committees, s.status,
  s.status_perhaps, s.settled, s.deadline, s.deadline_latest, s.overdue,
  CAST(julianday(a.value) - julianday(s.overdue_after) AS INTEGER) AS days_overdue,
  s.responsible, s.responsible_perhaps, c.web_page
FROM commitment AS c
JOIN commitment_state AS s ON s.commitment = c.id AND s.valid_until IS NULL
JOIN about AS a ON a.name = 'as_of';

CREATE VIEW seat_now AS
SELECT t.id AS seat, t.name AS seat_name, p.name AS person, g.name AS organisation, o.role,
  coalesce(o.certainty, 'onbekend') AS certainty, o.valid_from AS since
FROM seat AS t
LEFT JOIN seat_occupancy AS o ON o.seat = t.id AND o.valid_until IS NULL
LEFT JOIN person AS p ON p.id = o.person
LEFT JOIN organisation AS g ON g.id = o.organisation;

CREATE VIEW source_use AS
SELECT s.id, s.title, s.publisher, s.date, s.url, count(DISTINCT p.relation || ' ' || p.row) AS rows_resting_on_it
FROM source AS s LEFT JOIN proof AS p ON p.source = s.id
GROUP BY s.id;
