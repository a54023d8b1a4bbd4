/// The lab *bleu*: what does a translation score see?
///
/// BLEU as sacreBLEU 2 computes it. Terms:
///
/// - **Hypothesis**: a machine's translation; **reference**: a person's. There may be several references.
/// - **Segment**: a hypothesis with its references, normally a sentence.
/// - **Clipped count**: an n-gram counts at most as often as the reference that has it most often.
/// - **Precision** of order n: clipped matches over n-grams of the hypotheses, summed over the corpus.
/// - **Brevity penalty**: e^(1 − r/c) where the hypotheses are shorter than the closest references.
/// - **Mishap**: a mistake on the way to a score, which the score does not show.
/// - **Smoothing**: what stands in for a precision of zero.
///
/// Sources: K. Papineni et al., ACL 2002; M. Post, "A call for clarity in reporting BLEU scores", WMT
/// 2018; B. Chen and C. Cherry, WMT 2014 (smoothing); mteval-v13a and mteval-v14 (tokenizers).
@NullMarked
package dev.rockpool.simulators.bleu;

import org.jspecify.annotations.NullMarked;
