/**
 * Another company or person for an account that has an identity: one operator asks for the change and says why, another
 * confirms it. Until then it can be taken back. The first identity, and a new name of the same company, take one operator.
 *
 * <pre>
 * ASKED → CARRIED_OUT  confirmed by somebody else than who asked
 * ASKED → TAKEN_BACK   by any operator
 * </pre>
 */
@NullMarked
package io.zizhi.qualification.account.change;

import org.jspecify.annotations.NullMarked;
