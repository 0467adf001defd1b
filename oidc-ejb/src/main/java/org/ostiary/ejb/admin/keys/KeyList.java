package org.ostiary.ejb.admin.keys;

import java.util.List;

/** All signing keys, the latest to sign first. */
public record KeyList(List<KeyView> keys) {}
