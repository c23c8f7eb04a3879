package io.zizhi.review.viewing;

import io.zizhi.platform.identity.Caller;

/**
 * An object whose personal data a member of staff is about to see.
 *
 * @param viewer the person
 * @param kind kind of the object
 * @param objectId id of the document, or the work order
 * @param accountId account whose data the person sees
 */
public record ViewedObject(Caller viewer, ViewedKind kind, String objectId, String accountId) {}
