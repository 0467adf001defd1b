package org.ostiary.ejb.applications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a person's applications.
 *
 * @param next names the page that follows; null when there is none
 */
public record OwnApplicationsView(
        List<Application> applications, @Nullable String next) {}
