/**
 * The zones that departures leave in, as a recursive CTE named `zones`: one step of `departures_leaving` a zone, where
 * `distinct` would read them all.
 */
export const departureZones = `zones as (
    (select time_zone from departures where status = 'open' order by time_zone limit 1)
    union all
    select (select d.time_zone from departures d where d.status = 'open' and d.time_zone > zones.time_zone
            order by d.time_zone limit 1)
    from zones where zones.time_zone is not null)`
