package org.ostiary.ejb.introspection;

/**
 * What is answered.
 *
 * @param body a JSON object (RFC 7662, section 2.2), or a signed token that holds one (RFC 9701, section 5)
 * @param signed which of the two
 */
public record IntrospectionAnswer(String body, boolean signed) {}
