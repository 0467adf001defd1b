package org.ostiary.web.console;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.protocol.lint.LintReport;

/** A client and how well it is registered; no report for one that is disabled. */
public record ClientModel(ClientView client, @Nullable LintReport report) {}
