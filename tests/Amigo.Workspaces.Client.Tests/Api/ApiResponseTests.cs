using System.Net;

namespace Amigo.Workspaces.Client.Tests.Api;

/// <summary>The answer that callers make by hand, to stand in for the service's in their own tests.</summary>
public class ApiResponseTests
{
    [Fact]
    public void One_of_which_only_the_value_is_given_looks_like_a_first_attempt_that_went_well()
    {
        var answer = new ApiResponse<string>("value");

        answer.Value.Should().Be("value");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Attempts.Should().Be(1);
        answer.RequestId.Should().BeNull();
        answer.RateLimit.Should().BeNull();
        answer.Headers.Should().BeEmpty();
    }

    [Fact]
    public void It_tells_what_it_was_given_and_finds_its_headers_in_any_case()
    {
        var limit = new RateLimit(600, 599, null);
        var headers = new Dictionary<string, IReadOnlyList<string>> { ["X-Two"] = ["a", "b"] };

        var answer = new ApiResponse<string>("value", HttpStatusCode.Created, "req-1", limit, attempts: 3, headers);

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        answer.Attempts.Should().Be(3);
        answer.RequestId.Should().Be("req-1");
        answer.RateLimit.Should().Be(limit);
        answer.Headers["x-two"].Should().Equal("a", "b");
    }

    [Fact]
    public void Later_changes_to_the_headers_it_was_given_change_nothing()
    {
        var headers = new Dictionary<string, IReadOnlyList<string>> { ["X-One"] = ["a"] };
        var answer = new ApiResponse<string>("value", headers: headers);

        headers.Clear();

        answer.Headers.Should().ContainKey("X-One");
    }

    [Fact]
    public void Of_headers_that_differ_only_in_case_the_last_one_counts()
    {
        var headers = new Dictionary<string, IReadOnlyList<string>> { ["X-One"] = ["a"], ["x-one"] = ["b"] };

        new ApiResponse<string>("value", headers: headers).Headers.Should().ContainSingle().Which.Value.Should().Equal("b");
    }

    [Fact]
    public void It_converts_to_its_value()
    {
        Workspace workspace = new ApiResponse<Workspace>(new Workspace { Slug = "acme" });
        var convert = () => (Workspace)((ApiResponse<Workspace>)null!);

        workspace.Slug.Should().Be("acme");
        convert.Should().Throw<ArgumentNullException>().WithParameterName("response");
    }
}
