package org.ostiary.ejb.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of where a person is signed in.
 *
 * @param next names the page that follows; null when there is none
 */
public record OwnSessionsView(
        List<OwnSession> sessions, @Nullable String next) {}
