package io.zizhi.review.viewing;

import io.zizhi.platform.identity.Caller;

/**
 * A view of personal data by a member of staff.
 *
 * @param viewer the person
 * @param kind kind of the object
 * @param objectId id of the document, or the work order
 * @param accountId account whose data the person sees
 */
public record StaffView(Caller viewer, ViewedKind kind, String objectId, String accountId) {}
