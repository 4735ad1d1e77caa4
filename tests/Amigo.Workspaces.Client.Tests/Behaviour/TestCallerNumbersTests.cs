using System.Globalization;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public sealed class TestCallerNumbersTests : IAsyncLifetime
{
    private WorkspacesEmulator _emulator = null!;
    private WorkspacesClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string?> Asked => _emulator.Requests.Select(request => request.OperationId);

    private IReadOnlyList<string> Stored => _emulator.Workspaces.Single().TestCallerNumbers;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        _client = Given.Client(_emulator.BaseAddress, options => options.ApiKey = _emulator.CreateApiKey(WorkspaceRole.Admin));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Replacing_writes_the_numbers_as_they_are()
    {
        Seed("+1");

        var numbers = await _client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, ["+3", "+2", "+3"], null, Cancellation);

        numbers.Should().Equal("+3", "+2", "+3");
        Stored.Should().Equal("+3", "+2", "+3");
        Asked.Should().Equal("update-test-caller-numbers");
    }

    [Fact]
    public async Task Replacing_by_none_empties_the_list()
    {
        Seed("+1");

        (await _client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, [], null, Cancellation)).Should().BeEmpty();

        Stored.Should().BeEmpty();
    }

    [Fact]
    public async Task Adding_puts_the_new_ones_behind_the_present_ones()
    {
        Seed("+1", "+2");

        var numbers = await _client.AddTestCallerNumbersAsync(Given.WorkspaceId, ["+2", "+3", "+3"], null, Cancellation);

        numbers.Should().Equal("+1", "+2", "+3");
        Stored.Should().Equal("+1", "+2", "+3");
        Asked.Should().Equal("get-test-caller-numbers", "update-test-caller-numbers");
    }

    [Fact]
    public async Task Removing_leaves_the_others_in_their_order()
    {
        Seed("+1", "+2", "+3");

        var numbers = await _client.RemoveTestCallerNumbersAsync(Given.WorkspaceId, ["+2", "+9"], null, Cancellation);

        numbers.Should().Equal("+1", "+3");
        Stored.Should().Equal("+1", "+3");
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changes()
    {
        Seed("+1", "+2");

        var added = await _client.AddTestCallerNumbersAsync(Given.WorkspaceId, ["+2"], null, Cancellation);
        var removed = await _client.RemoveTestCallerNumbersAsync(Given.WorkspaceId, ["+9"], null, Cancellation);

        added.Should().Equal("+1", "+2");
        removed.Should().Equal("+1", "+2");
        _emulator.Applied.Should().BeEmpty();
        Asked.Should().Equal("get-test-caller-numbers", "get-test-caller-numbers");
    }

    [Fact]
    public async Task More_than_a_hundred_after_the_merge_are_refused_before_the_write()
    {
        Seed([.. Enumerable.Range(0, 99).Select(number => number.ToString(CultureInfo.InvariantCulture))]);

        var adding = () => _client.AddTestCallerNumbersAsync(Given.WorkspaceId, ["+1", "+2"], null, Cancellation);

        (await adding.Should().ThrowAsync<ArgumentException>().WithParameterName("numbers"))
            .Which.Message.Should()
            .ContainAll("100", "101");
        Asked.Should().Equal("get-test-caller-numbers");
        Stored.Should().HaveCount(99);
    }

    [Fact]
    public async Task Bad_numbers_are_refused_before_anything_is_sent()
    {
        Seed();
        var tooMany = Enumerable.Repeat("+1", 101).ToArray();
        Func<IEnumerable<string>, Task>[] changes =
        [
            numbers => _client.AddTestCallerNumbersAsync(Given.WorkspaceId, numbers, null, Cancellation),
            numbers => _client.RemoveTestCallerNumbersAsync(Given.WorkspaceId, numbers, null, Cancellation),
            numbers => _client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, numbers, null, Cancellation),
        ];

        foreach (var change in changes)
        {
            foreach (var numbers in new[] { null!, tooMany, ["+1", null!] })
            {
                var changing = () => change(numbers);
                await changing.Should().ThrowAsync<ArgumentException>().WithParameterName("numbers");
            }
        }

        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Validation_can_be_switched_off_for_a_call()
    {
        Seed();
        var numbers = Enumerable.Repeat("+1", 101);
        var options = new RequestOptions { SkipValidation = true };

        var replacing = () => _client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, numbers, options, Cancellation);

        await replacing.Should().ThrowAsync<WorkspacesValidationException>("the service decides");
    }

    [Fact]
    public async Task A_read_that_fails_writes_nothing()
    {
        Seed("+1");
        _emulator.Inject(Fault.Status(404), "get-test-caller-numbers");

        var adding = () => _client.AddTestCallerNumbersAsync(Given.WorkspaceId, ["+2"], null, Cancellation);

        await adding.Should().ThrowAsync<WorkspacesNotFoundException>();
        _emulator.Applied.Should().BeEmpty();
    }

    private void Seed(params string[] numbers) =>
        _emulator.Seed(1, workspace => workspace with { Id = Given.WorkspaceId, TestCallerNumbers = numbers });
}
