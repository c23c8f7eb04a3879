/**
 * What takes two persons: one asks for it and says why, another confirms it. Until then anybody takes the request back.
 *
 * <pre>
 * ASKED → CARRIED_OUT  confirmed by another person than the one who asked
 * ASKED → TAKEN_BACK   by anybody who may ask
 * </pre>
 */
@NullMarked
package io.zizhi.platform.operations.twopersons;

import org.jspecify.annotations.NullMarked;
