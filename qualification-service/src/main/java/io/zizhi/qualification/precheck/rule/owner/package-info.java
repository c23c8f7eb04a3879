/**
 * Rules about the owner of a qualification and the account that files it. They check whether the purpose (自用 or 他用)
 * fits both.
 */
@NullMarked
package io.zizhi.qualification.precheck.rule.owner;

import org.jspecify.annotations.NullMarked;
