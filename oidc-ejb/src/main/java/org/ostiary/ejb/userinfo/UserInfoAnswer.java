package org.ostiary.ejb.userinfo;

/**
 * What is known about a person.
 *
 * @param body a JSON object, or a signed token that holds one
 * @param signed which of the two
 */
public record UserInfoAnswer(String body, boolean signed) {}
