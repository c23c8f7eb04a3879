/**
 * Who an account belongs to, as the operator verified it. A qualification for the account itself (自用) must name
 * exactly that company; the other services learn it from {@code zizhi.account.v1}.
 */
@NullMarked
package io.zizhi.qualification.account;

import org.jspecify.annotations.NullMarked;
