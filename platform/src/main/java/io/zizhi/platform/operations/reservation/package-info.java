/**
 * Reservations for a submission: something that another service holds until the event of the submission confirms it. A
 * reservation never ends by time alone. After its term, its holder asks qualification-service for the outcome.
 *
 * <pre>
 * reserved ──its event──▶ confirmed
 *    └──term──▶ lapsed ──NOT_SUBMITTED──▶ released
 *                 │  ▲
 *                 └──┴ SUBMITTED: its event is on its way; UNKNOWN: asked again, after a growing pause
 * </pre>
 */
@NullMarked
package io.zizhi.platform.operations.reservation;

import org.jspecify.annotations.NullMarked;
