package org.ostiary.web.console;

import org.ostiary.ejb.admin.client.RecentRequestList;

/** The newest requests of a client, if it is watched. */
public record RecentRequestsModel(String client, RecentRequestList recent) {}
