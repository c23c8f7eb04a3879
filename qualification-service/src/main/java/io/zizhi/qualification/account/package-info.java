/**
 * The verified identity of an account: the company or person that an operator says it belongs to. A qualification for
 * the account itself (自用) must name exactly that company. Other services receive identities through {@code
 * zizhi.account.v1}.
 */
@NullMarked
package io.zizhi.qualification.account;

import org.jspecify.annotations.NullMarked;
