/** Rules about the legal representative and the administrator. They check names, id numbers, ages and phones. */
@NullMarked
package io.zizhi.qualification.precheck.rule.person;

import org.jspecify.annotations.NullMarked;
