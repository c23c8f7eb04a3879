/**
 * Rules about the form itself: its required fields, the consent and the name of the qualification. They need few facts
 * besides the form.
 */
@NullMarked
package io.zizhi.qualification.precheck.rule.form;

import org.jspecify.annotations.NullMarked;
