/**
 * The pre-check reports errors in a form before a reviewer sees it. Each check is a {@link
 * io.zizhi.qualification.precheck.Rule} bean, so a new rule needs only one new class. Rules use only the form and the
 * {@link io.zizhi.qualification.precheck.facts.Facts} collected beforehand, and perform no I/O.
 */
@NullMarked
package io.zizhi.qualification.precheck;

import org.jspecify.annotations.NullMarked;
