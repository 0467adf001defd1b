package org.ostiary.web.console;

import java.util.List;
import org.ostiary.ejb.trail.BusyClient;
import org.ostiary.ejb.trail.DayOfTrail;

/** What happened day by day, drawn and in numbers. */
public record Statistics(
        List<DayOfTrail> days, List<BusyClient> busiest, Plot logins, Plot failures, Plot tokens, Plot codes) {

    static Statistics of(List<DayOfTrail> days, List<BusyClient> busiest) {
        return new Statistics(
                days,
                busiest,
                Plot.of(days.stream().map(DayOfTrail::logins).toList()),
                Plot.of(days.stream().map(DayOfTrail::failures).toList()),
                Plot.of(days.stream().map(DayOfTrail::tokens).toList()),
                Plot.of(busiest.stream().map(BusyClient::codes).toList()));
    }
}
