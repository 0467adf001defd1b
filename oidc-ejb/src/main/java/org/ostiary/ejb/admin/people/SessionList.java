package org.ostiary.ejb.admin.people;

import java.util.List;

/** The live sessions of an account, the latest used first. */
public record SessionList(List<SessionView> sessions) {}
