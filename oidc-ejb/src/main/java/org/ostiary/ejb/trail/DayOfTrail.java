package org.ostiary.ejb.trail;

import java.time.LocalDate;

/** How much happened on one day (UTC). */
public record DayOfTrail(LocalDate day, long logins, long failures, long tokens) {}
