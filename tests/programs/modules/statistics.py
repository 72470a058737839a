import statistics as st

l = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(l), st.median(l), st.median([1, 3, 2]), st.mode(l), st.stdev(l), st.pstdev(l), st.variance(l), st.pvariance(l), st.median_low(l), st.median_high(l), st.multimode("aabb"), st.fmean(l), st.quantiles(l, n=4), st.harmonic_mean([40, 60]), st.geometric_mean([1, 2, 4]))
print(st.mean([1, 2]), st.mean([1.5, 2.5, 3]), st.mean([0.1] * 3), st.median([1, 2]), st.median([1.5]), st.stdev([1, 2, 3]), st.stdev([0.1, 0.2, 0.4]))
for f in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.mean(["a"])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
