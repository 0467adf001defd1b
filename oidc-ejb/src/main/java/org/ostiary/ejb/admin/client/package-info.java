/**
 * What administrators see of clients, and those that they make, change and end without a restart.
 */
@NullMarked
package org.ostiary.ejb.admin.client;

import org.jspecify.annotations.NullMarked;
