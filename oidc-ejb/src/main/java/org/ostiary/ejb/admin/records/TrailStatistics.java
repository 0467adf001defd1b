package org.ostiary.ejb.admin.records;

import java.util.List;
import org.ostiary.ejb.trail.BusyClient;
import org.ostiary.ejb.trail.DayOfTrail;

/**
 * How much happened lately.
 *
 * @param days each with its number of log-ins, failures and token responses (UTC), today last
 * @param busiestClients those that were sent the most codes in these days, the busiest first
 */
public record TrailStatistics(List<DayOfTrail> days, List<BusyClient> busiestClients) {}
