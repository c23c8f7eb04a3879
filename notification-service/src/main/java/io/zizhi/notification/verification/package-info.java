/**
 * Phone codes: prove that an applicant holds a mobile number before a submission names it.
 *
 * <pre>
 *   ISSUED ──right code──▶ VERIFIED ──submission confirmed──▶ USED ──submission withdrawn──▶ VERIFIED
 *      ├──newer code for the same account and number──▶ SUPERSEDED
 *      └──five wrong attempts──▶ EXHAUSTED
 * </pre>
 *
 * A code expires after 5 minutes, and an unused verified number after 30 minutes. Expiry is computed from the time and
 * is not a status. Only one submission can use a verified number: a lease reserves it for one revision of one
 * qualification, and the event of the submission consumes it. A withdrawal releases it for the rest of its 30 minutes.
 */
@NullMarked
package io.zizhi.notification.verification;

import org.jspecify.annotations.NullMarked;
