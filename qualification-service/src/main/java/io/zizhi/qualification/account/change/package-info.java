/**
 * Identity changes that take two operators ({@link io.zizhi.platform.operations.twopersons}): giving an account to
 * another company or person. One operator may set the first identity or rename the same company.
 */
@NullMarked
package io.zizhi.qualification.account.change;

import org.jspecify.annotations.NullMarked;
