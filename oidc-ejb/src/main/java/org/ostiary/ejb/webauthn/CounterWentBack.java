package org.ostiary.ejb.webauthn;

/** A right signature with a counter that was seen before: somebody uses a copy of the key, or used one. */
final class CounterWentBack extends KeyRefused {

    private static final long serialVersionUID = 1L;

    CounterWentBack() {
        super("counter went back: the key may be a copy");
    }
}
