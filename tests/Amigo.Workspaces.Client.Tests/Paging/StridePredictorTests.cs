using Amigo.Workspaces.Client.Paging;

namespace Amigo.Workspaces.Client.Tests.Paging;

public class StridePredictorTests
{
    private readonly StridePredictor _predictor = new(pageSize: 100);

    [Fact]
    public void Before_the_first_page_nothing_is_known() => _predictor.After(0, null).Should().BeNull();

    [Fact]
    public void A_stride_of_the_pages_own_size_is_trusted_at_once()
    {
        _predictor.Learn(100);

        _predictor.After(100, null).Should().Be(200);
    }

    [Fact]
    public void Any_other_stride_has_to_be_seen_twice()
    {
        _predictor.Learn(20);
        _predictor.After(20, null).Should().BeNull();

        _predictor.Learn(20);
        _predictor.After(40, null).Should().Be(60);

        _predictor.Learn(30);
        _predictor.After(70, null).Should().BeNull("it has changed");
    }

    [Fact]
    public void Nothing_is_predicted_where_the_sequence_has_ended()
    {
        _predictor.Learn(100);

        _predictor.After(100, 201).Should().Be(200);
        _predictor.After(100, 200).Should().BeNull();
        _predictor.After(100, 199).Should().BeNull();
    }

    [Fact]
    public void Nothing_is_predicted_beyond_the_largest_token()
    {
        _predictor.Learn(100);

        _predictor.After(long.MaxValue - 100, null).Should().Be(long.MaxValue);
        _predictor.After(long.MaxValue - 99, null).Should().BeNull();
    }

    [Fact]
    public void After_each_wrong_prediction_it_pauses_for_twice_as_many_pages_up_to_a_limit()
    {
        int[] pauses = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024];
        foreach (var pause in pauses)
        {
            _predictor.WasWrong();

            PagesUntilItPredicts().Should().Be(pause);
        }
    }

    private int PagesUntilItPredicts()
    {
        var pages = 0;
        do
        {
            _predictor.Learn(100);
            pages++;
        } while (_predictor.After(0, null) is null && pages < 10_000);

        return pages;
    }

    [Fact]
    public void A_distance_that_no_number_can_hold_predicts_nothing()
    {
        _predictor.Learn(unchecked(long.MaxValue - long.MinValue));
        _predictor.Learn(unchecked(long.MaxValue - long.MinValue));

        _predictor.After(long.MaxValue, null).Should().BeNull();
        _predictor.After(0, null).Should().BeNull();
    }
}
