/**
 * Another company or person for an account that has an identity takes two operators
 * ({@link io.zizhi.platform.operations.twopersons}). The first identity, and a new name of the same company, take one.
 */
@NullMarked
package io.zizhi.qualification.account.change;

import org.jspecify.annotations.NullMarked;
