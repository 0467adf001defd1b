package org.ostiary.ejb.stepup;

import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.factor.TotpSetUp;
import org.ostiary.ejb.webauthn.KeyChallenge;

/** What the page needs that lets a person enrol their first second factor. */
public record EnrolmentView(InteractionView interaction, TotpSetUp setUp, KeyChallenge key) {}
