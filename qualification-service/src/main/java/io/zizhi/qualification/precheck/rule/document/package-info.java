/**
 * Rules about the documents of a form: photos, the authorization letter and more material. They check whether each
 * document exists, is usable and differs from the others.
 */
@NullMarked
package io.zizhi.qualification.precheck.rule.document;

import org.jspecify.annotations.NullMarked;
