package org.ostiary.ejb.ending;

/** Somebody waits for deliveries that are due. */
public record DeliveriesDue() {}
