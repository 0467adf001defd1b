/**
 * What holds for every request and answer: its id and caller, the path and host it may have, headers, cookies,
 * CORS, how a body is read. Knows no endpoint.
 */
@NullMarked
package org.ostiary.web.http;

import org.jspecify.annotations.NullMarked;
